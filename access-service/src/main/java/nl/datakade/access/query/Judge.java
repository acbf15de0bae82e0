package nl.datakade.access.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.datakade.access.activity.Activity;
import nl.datakade.access.disclosure.Disclosed;
import nl.datakade.access.policy.Policies;
import nl.datakade.access.projection.Dataset;
import nl.datakade.access.projection.Datasets;
import nl.datakade.access.readiness.Condition;
import nl.datakade.access.readiness.ConditionWords;
import nl.datakade.access.readiness.Readiness;
import nl.datakade.access.relation.GovernedDataset;
import nl.datakade.access.statement.ColumnUse;
import nl.datakade.access.statement.Reading;
import nl.datakade.access.statement.SqlNames;
import nl.datakade.access.statement.Statements;
import nl.datakade.access.statement.TableReference;
import nl.datakade.access.turn.Asking;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Decides whether a question may be answered: its form first, then each table it names. */
@Component
class Judge {

    private final Statements statements;
    private final Datasets datasets;
    private final Readiness readiness;
    private final ConditionWords words;
    private final Policies policies;

    Judge(Statements statements, Datasets datasets, Readiness readiness, ConditionWords words, Policies policies) {
        this.statements = statements;
        this.datasets = datasets;
        this.readiness = readiness;
        this.words = words;
        this.policies = policies;
    }

    Judgement judge(UUID queryId, String sql, Activity purpose, Caller caller, Asking asking) {
        return switch (statements.check(sql, asking)) {
            case Reading.Refused refused ->
                new Judgement.Refused(
                        QueryProblem.StatementRefused.code(refused.refusal()),
                        List.of(),
                        new QueryProblem.StatementRefused(refused.refusal()));
            case Reading.Acceptable acceptable -> judge(queryId, acceptable, purpose, caller);
        };
    }

    private Judgement judge(UUID queryId, Reading.Acceptable statement, Activity purpose, Caller caller) {
        Map<UUID, GovernedDataset> governed = new LinkedHashMap<>();
        var uses = new ArrayList<Disclosed.Use>();
        for (var table : statement.tables()) {
            var named = datasets.inSql(table.schema() == null ? table.name() : table.schema());
            if (named.isEmpty()) {
                return unknown(table, uses);
            }
            var dataset = named.get();
            if (!governed.containsKey(dataset.id())) {
                var missing = readiness.of(dataset, caller.subject(), purpose.id()).stream()
                        .filter(condition -> !condition.met())
                        .toList();
                if (!missing.isEmpty()) {
                    return dataset.visibleTo(caller)
                            ? notQueryable(dataset, missing, table, uses)
                            : unknown(table, uses);
                }
                governed.put(dataset.id(), governed(dataset, purpose, caller));
            }
            var found = find(governed.get(dataset.id()), table);
            if (found == null) {
                return unknown(table, uses);
            }
            uses.add(use(dataset, governed.get(dataset.id()), found, statement.columns()));
        }
        return new Judgement.Allowed(new Permission(
                queryId, purpose.id(), caller.subject(), List.copyOf(governed.values()), List.copyOf(uses)));
    }

    private GovernedDataset governed(Dataset dataset, Activity purpose, Caller caller) {
        var current = datasets.current(dataset.id()).orElseThrow();
        return Governed.of(dataset, current, policies.of(dataset.id()), purpose.id(), caller.departments());
    }

    private static GovernedDataset.@Nullable Table find(@Nullable GovernedDataset dataset, TableReference reference) {
        if (dataset == null) {
            return null;
        }
        var visible = dataset.tables().stream()
                .filter(table -> table.columns().stream().anyMatch(GovernedDataset.Column::visible))
                .toList();
        if (reference.schema() == null) {
            return dataset.tables().size() == 1 && visible.size() == 1 ? visible.getFirst() : null;
        }
        return visible.stream()
                .filter(table -> SqlNames.same(table.name(), reference.name()))
                .findFirst()
                .orElse(null);
    }

    private static Disclosed.Use use(
            Dataset dataset, @Nullable GovernedDataset governed, GovernedDataset.Table table, ColumnUse columns) {
        return new Disclosed.Use(
                dataset.id(),
                dataset.name(),
                governed == null ? null : governed.version(),
                table.columns().stream()
                        .filter(GovernedDataset.Column::visible)
                        .map(GovernedDataset.Column::name)
                        .filter(columns::touches)
                        .map(name -> table.name() + "." + name)
                        .toList());
    }

    private static Judgement unknown(TableReference table, List<Disclosed.Use> uses) {
        return new Judgement.Refused(
                QueryProblem.TableUnknown.CODE, List.copyOf(uses), new QueryProblem.TableUnknown(table));
    }

    private Judgement notQueryable(
            Dataset dataset, List<Condition> missing, TableReference table, List<Disclosed.Use> before) {
        var locale = LocaleContextHolder.getLocale();
        var views =
                missing.stream().map(condition -> words.view(condition, locale)).toList();
        var uses = new ArrayList<>(before);
        uses.add(new Disclosed.Use(dataset.id(), dataset.name(), null, List.of()));
        return new Judgement.Refused(
                QueryProblem.NotQueryable.CODE + ":" + views.getFirst().code(),
                List.copyOf(uses),
                new QueryProblem.NotQueryable(dataset.name(), views, table));
    }
}
