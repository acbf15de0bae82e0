package nl.datakade.access.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.datakade.access.readiness.ConditionWords;
import nl.datakade.access.relation.QueryFailure;
import nl.datakade.access.statement.Position;
import nl.datakade.access.statement.Refusal;
import nl.datakade.access.statement.TableReference;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Why there is no answer. */
abstract sealed class QueryProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private QueryProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    private static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static InvalidInput inSql(@Nullable String name, String expected, @Nullable Position position) {
        return new InvalidInput(
                "sql",
                name,
                expected,
                position == null ? null : position.line(),
                position == null ? null : position.column());
    }

    /** The check of statements refused it. */
    static final class StatementRefused extends QueryProblem {
        private static final long serialVersionUID = 1L;

        StatementRefused(Refusal refusal) {
            super(HttpStatus.BAD_REQUEST, "sql-" + kebab(refusal.reason()), orEmpty(refusal.subject()));
            invalid(List.of(inSql(refusal.subject(), "one SELECT that the check allows", refusal.position())));
        }

        /** The code under which the log keeps it. */
        static String code(Refusal refusal) {
            return "sql-" + kebab(refusal.reason());
        }
    }

    /** There is no such table, or nobody may know. */
    static final class TableUnknown extends QueryProblem {
        private static final long serialVersionUID = 1L;
        static final String CODE = "sql-table-unknown";

        TableUnknown(TableReference table) {
            super(HttpStatus.BAD_REQUEST, CODE, table);
            invalid(List.of(inSql(table.toString(), "dataset.table, or the dataset alone", table.position())));
        }
    }

    /** Something stands in the way of one of the datasets. */
    static final class NotQueryable extends QueryProblem {
        private static final long serialVersionUID = 1L;
        static final String CODE = "not-queryable";

        NotQueryable(String dataset, List<ConditionWords.View> missing, @Nullable TableReference table) {
            super(
                    HttpStatus.FORBIDDEN,
                    CODE,
                    dataset,
                    missing.getFirst().message(),
                    missing.getFirst().whoseMove(),
                    missing.getFirst().link());
            with("dataset", dataset);
            with("missing", missing);
        }
    }

    /** The engine began and could not go on. */
    static final class Failed extends QueryProblem {
        private static final long serialVersionUID = 1L;

        /** @param id under which the log of the service keeps what went wrong */
        Failed(QueryFailure failure, UUID id) {
            super(
                    statusOf(failure.kind()),
                    "query-" + kebab(failure.kind()),
                    orEmpty(failure.name()),
                    orEmpty(failure.words()),
                    id);
            with("queryId", id);
            if (failure.kind() == QueryFailure.Kind.ROOM) {
                retryAfter(10);
            }
            var expected = new ArrayList<>(failure.candidates());
            if (failure.position() != null || failure.name() != null) {
                invalid(List.of(inSql(
                        failure.name(),
                        expected.isEmpty() ? "something the engine can carry out" : String.join(", ", expected),
                        failure.position())));
            }
        }
    }

    private static HttpStatus statusOf(QueryFailure.Kind kind) {
        return switch (kind) {
            case CANCELLED -> HttpStatus.CONFLICT;
            case ROOM, SNAPSHOT -> HttpStatus.SERVICE_UNAVAILABLE;
            case UNKNOWN_COLUMN, INVALID, VALUE, MEMORY, TIME, TOO_MANY_ROWS, TOO_LARGE, ENGINE ->
                HttpStatus.BAD_REQUEST;
        };
    }

    /** More rows are asked for than one answer may have: not fewer are given, but none. */
    static final class RowLimitTooHigh extends QueryProblem {
        private static final long serialVersionUID = 1L;

        RowLimitTooHigh(int most) {
            super(HttpStatus.BAD_REQUEST, "row-limit-too-high", Integer.toString(most));
            invalid(List.of(InvalidInput.body("rowLimit", "at most " + most)));
        }
    }

    /** One person has as many questions under way as one person may have. */
    static final class TooMany extends QueryProblem {
        private static final long serialVersionUID = 1L;

        TooMany(int most) {
            super(HttpStatus.TOO_MANY_REQUESTS, "queries-too-many", most);
            retryAfter(10);
        }
    }

    static final class Busy extends QueryProblem {
        private static final long serialVersionUID = 1L;

        Busy() {
            super(HttpStatus.SERVICE_UNAVAILABLE, "queries-busy");
            retryAfter(10);
        }
    }

    /** What is not written down is not disclosed. */
    static final class LogUnavailable extends QueryProblem {
        private static final long serialVersionUID = 1L;

        LogUnavailable(RuntimeException cause) {
            super(HttpStatus.SERVICE_UNAVAILABLE, "disclosure-log-unavailable");
            retryAfter(10);
            initCause(cause);
        }
    }

    static final class IdTaken extends QueryProblem {
        private static final long serialVersionUID = 1L;

        IdTaken(UUID id) {
            super(HttpStatus.CONFLICT, "query-id-taken", id);
        }
    }

    static final class NotRunning extends QueryProblem {
        private static final long serialVersionUID = 1L;

        NotRunning(UUID id) {
            super(HttpStatus.NOT_FOUND, "query-not-running", id);
        }
    }
}
