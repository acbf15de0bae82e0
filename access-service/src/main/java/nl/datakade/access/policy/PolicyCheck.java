package nl.datakade.access.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import nl.datakade.access.policy.Policy.TablePolicy;
import nl.datakade.access.statement.ParserFailed;
import nl.datakade.access.statement.Reading;
import nl.datakade.access.statement.Statements;
import nl.datakade.access.turn.Asking;
import nl.datakade.access.turn.CancelledException;
import nl.datakade.access.turn.NoTurnException;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.worker.WorkersBusyException;
import org.springframework.stereotype.Component;

/** Whether a policy fits the tables it is for. */
@Component
class PolicyCheck {

    private static final int LONGEST_FILTERS = 20_000;

    private final Statements statements;

    PolicyCheck(Statements statements) {
        this.statements = statements;
    }

    /** @param person in whose turns the filters are checked */
    List<InvalidInput> problems(List<TablePolicy> policies, VersionState version, Baseline baseline, String person) {
        long filters = policies.stream()
                .map(TablePolicy::filter)
                .filter(Objects::nonNull)
                .mapToLong(String::length)
                .sum();
        if (filters > LONGEST_FILTERS) {
            return List.of(
                    InvalidInput.body("tables", "filters of " + LONGEST_FILTERS + " characters together at most"));
        }
        var problems = new ArrayList<InvalidInput>();
        var seen = new HashSet<String>();
        for (int i = 0; i < policies.size(); i++) {
            var place = "tables[" + i + "]";
            var policy = policies.get(i);
            var table = version.tables().stream()
                    .filter(found -> found.name().equals(policy.table()))
                    .findFirst();
            if (table.isEmpty() || !seen.add(policy.table())) {
                problems.add(InvalidInput.body(place + ".table", "a table of the dataset, each once"));
                continue;
            }
            columns(policy, table.get(), baseline, place, problems);
            filter(policy, table.get(), place, problems, person);
        }
        return problems;
    }

    private static void columns(
            TablePolicy policy,
            VersionState.Table table,
            Baseline baseline,
            String place,
            List<InvalidInput> problems) {
        var seen = new HashSet<Integer>();
        for (int i = 0; i < policy.columns().size(); i++) {
            var column = policy.columns().get(i);
            var name = place + ".columns[" + i + "]";
            var known = table.columns().stream()
                    .filter(found -> found.id() == column.id())
                    .findFirst();
            if (known.isEmpty() || !seen.add(column.id())) {
                problems.add(InvalidInput.body(name + ".id", "a column of " + table.name() + ", each once"));
                continue;
            }
            var problem = Suitability.problem(column.treatment(), known.get().type());
            if (problem != null) {
                problems.add(InvalidInput.body(name + ".treatment", problem));
            } else if (!baseline.allows(column.treatment(), table.name(), known.get())) {
                problems.add(InvalidInput.body(
                        name + ".treatment", "HIDE, NULLIFY, REDACT or PSEUDONYM: these are citizen service numbers"));
            }
        }
    }

    /** A condition and nothing else: no subquery, no other table, only columns of its own. */
    private void filter(
            TablePolicy policy, VersionState.Table table, String place, List<InvalidInput> problems, String person) {
        if (policy.filter() == null) {
            return;
        }
        var names = table.columns().stream().map(VersionState.Column::name).toList();
        switch (reading(policy.filter(), names, person)) {
            case Reading.Acceptable _ -> {}
            case Reading.Refused refused ->
                problems.add(new InvalidInput(
                        "body",
                        place + ".filter",
                        "a condition on the columns of " + table.name() + " ("
                                + refused.refusal().reason() + ")",
                        refused.refusal().position() == null
                                ? null
                                : refused.refusal().position().line(),
                        refused.refusal().position() == null
                                ? null
                                : refused.refusal().position().column()));
        }
    }

    Reading reading(String filter, List<String> columns, String person) {
        try {
            return statements.checkFilter(filter, columns, new Asking(person));
        } catch (CancelledException | NoTurnException | WorkersBusyException | ParserFailed e) {
            throw new PolicyProblem.Busy();
        }
    }
}
