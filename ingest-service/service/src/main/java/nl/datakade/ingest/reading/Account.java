package nl.datakade.ingest.reading;

import java.util.Locale;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.table.Reading;
import nl.datakade.table.row.Finding;
import org.jspecify.annotations.Nullable;

/** What became of reading a file: the reader's own account, or why there is none. */
sealed interface Account {

    Outcome outcome();

    /** Why there are no tables, as a kebab-case code. */
    @Nullable
    String reason();

    /** The reader said so. */
    record Told(Reading reading) implements Account {

        @Override
        public Outcome outcome() {
            return Outcome.valueOf(reading.outcome().name());
        }

        @Override
        public @Nullable String reason() {
            return switch (reading.outcome()) {
                case READ -> null;
                case NOT_TABULAR -> "not-tabular";
                case UNREADABLE ->
                    reading.findings().stream()
                            .filter(finding -> finding.severity() == Finding.Severity.BLOCKING)
                            .map(finding -> code(finding.code()))
                            .findFirst()
                            .orElse("unreadable");
            };
        }
    }

    /** The reader did not survive the file, or not in time. */
    record Untold(String reason) implements Account {

        @Override
        public Outcome outcome() {
            return Outcome.UNREADABLE;
        }
    }

    static String code(String capitals) {
        return capitals.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
