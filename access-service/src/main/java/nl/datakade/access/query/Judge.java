package nl.datakade.access.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.datakade.access.activity.Activity;
import nl.datakade.access.disclosure.Disclosed;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides whether a question may be answered: its form first, then each table it names, all of them by what was known at
 * one moment.
 */
@Component
class Judge {

    private final Statements statements;
    private final Datasets datasets;
    private final Readiness readiness;
    private final ConditionWords words;
    private final TransactionTemplate inOneSnapshot;

    Judge(
            Statements statements,
            Datasets datasets,
            Readiness readiness,
            ConditionWords words,
            PlatformTransactionManager transactions) {
        this.statements = statements;
        this.datasets = datasets;
        this.readiness = readiness;
        this.words = words;
        this.inOneSnapshot = new TransactionTemplate(transactions);
        this.inOneSnapshot.setReadOnly(true);
        this.inOneSnapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    Judgement judge(UUID queryId, String sql, Activity purpose, Caller caller, Asking asking) {
        return switch (statements.check(sql, asking)) {
            case Reading.Refused refused ->
                new Judgement.Refused(
                        QueryProblem.StatementRefused.code(refused.refusal()),
                        List.of(),
                        new QueryProblem.StatementRefused(refused.refusal()));
            case Reading.Acceptable acceptable ->
                Objects.requireNonNull(inOneSnapshot.execute(_ -> judge(queryId, acceptable, purpose, caller)));
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
                var assessment = readiness.of(dataset, caller.subject(), purpose.id());
                var current = assessment.current();
                if (current == null || !assessment.missing().isEmpty()) {
                    return dataset.isKnownTo(caller)
                            ? notQueryable(
                                    dataset,
                                    Condition.shown(assessment.missing(), dataset.visibilityTo(caller)),
                                    table,
                                    uses)
                            : unknown(table, uses);
                }
                governed.put(
                        dataset.id(),
                        Governed.of(
                                dataset,
                                current,
                                assessment.policy(),
                                Objects.requireNonNull(assessment.held()).pseudonyms(caller.subject(), purpose.id()),
                                caller.departments()));
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
