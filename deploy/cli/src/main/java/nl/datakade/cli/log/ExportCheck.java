package nl.datakade.cli.log;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.datakade.contracts.disclosure.Checkpoint;
import nl.datakade.contracts.disclosure.LogChain;
import nl.datakade.contracts.disclosure.LogRecord;
import org.jspecify.annotations.Nullable;

/** Goes along an export line by line: what it says of itself, its records, and what was signed of them. */
final class ExportCheck {

    private static final Pattern FIRST = Pattern.compile("\\{\"export\":\\{\"log\":\"([^\"\\\\]{1,300})\","
            + "\"from\":([1-9][0-9]{0,17}),\"to\":([0-9]{1,18}),\"newest\":([0-9]{1,18})}}");
    private static final Pattern LAST = Pattern.compile("\\{\"end\":\\{\"records\":([0-9]{1,18}),\"checkpoint\":"
            + "(?:\"([A-Za-z0-9_.-]{1,6000})\"|null,\"problem\":\"([^\"\\\\]{1,300})\")}}");

    private final LogKeys keys;
    private final NavigableMap<Long, Checkpoint> kept;
    private final Lines lines;

    ExportCheck(LogKeys keys, NavigableMap<Long, Checkpoint> kept, InputStream export) {
        this.keys = keys;
        this.kept = kept;
        this.lines = new Lines(export);
    }

    /**
     * What was found whole.
     *
     * @param newest the number of the last record that the log had when it was exported, as the export says
     * @param signedAt when the service signed for it
     * @param compared how many kept checkpoints speak of records in the export
     */
    record Whole(String log, long from, long to, long newest, Instant signedAt, int compared) {

        boolean isAll() {
            return from == 1 && to == newest;
        }
    }

    Whole check() throws IOException {
        var first = FIRST.matcher(required(lines.next()));
        if (!first.matches()) {
            throw new Doubt("Line 1 is not the first line of an export of the disclosure log.");
        }
        if (!first.group(1).equals(keys.log())) {
            throw new Doubt("The export is of another log than the keys: " + first.group(1) + ".");
        }
        long from = number(first, 2);
        long to = number(first, 3);
        var records = new Records(from, to);
        var end = records.read();
        if (records.count != number(end, 1) || records.last != to || lines.next() != null) {
            throw new Doubt("The export is not whole: it should hold the records " + from + " to " + to + ", and holds "
                    + records.count + ".");
        }
        var doubts = new ArrayList<String>();
        cutOff(from, to, number(first, 4)).ifPresent(doubts::add);
        var signed = signed(end, to, records.hash, doubts);
        if (signed == null || !doubts.isEmpty()) {
            throw new Doubt(String.join(System.lineSeparator(), doubts));
        }
        return new Whole(keys.log(), from, to, number(first, 4), signed.at(), records.compared);
    }

    private static long number(Matcher found, int group) {
        return Long.parseLong(found.group(group));
    }

    private static String required(@Nullable String line) {
        if (line == null) {
            throw new Doubt("The export is not whole: its last line is missing.");
        }
        return line;
    }

    /** A doubt about what was signed is one among others: one record that somebody appended must not hide the rest. */
    private @Nullable Checkpoint signed(Matcher end, long to, String hash, List<String> doubts) {
        if (end.group(2) == null) {
            doubts.add("The platform did not sign the export, because its log is broken: " + end.group(3) + ".");
            return null;
        }
        var checkpoint = Checkpoint.verified(end.group(2), keys.signing())
                .filter(found -> found.log().equals(keys.log()))
                .orElse(null);
        if (checkpoint == null) {
            doubts.add("The last line is not signed with a key of this log.");
            return null;
        }
        if (checkpoint.sequence() != to || !checkpoint.hash().equals(hash)) {
            doubts.add("The signature is not of these records: the platform signed for record " + checkpoint.sequence()
                    + " with another hash, or for another number of records.");
        }
        if (!checkpoint.forged().isEmpty()) {
            doubts.add("Records that the platform did not write were put into its log, as it says in what it signed,"
                    + " the newest first: "
                    + checkpoint.forged().stream()
                            .sorted(Comparator.reverseOrder())
                            .toList()
                    + ".");
        }
        return checkpoint;
    }

    /** Somebody kept a checkpoint of more records than the log is said to have had later. */
    private Optional<String> cutOff(long from, long to, long newest) {
        var latest = kept.isEmpty() ? null : kept.lastEntry().getValue();
        if (latest == null || latest.sequence() <= to) {
            return Optional.empty();
        }
        return Optional.of(
                newest > to
                        ? "A kept checkpoint is of record " + latest.sequence()
                                + ", and the export ends before it, with " + to + ": export the log up to there."
                        : "The newest records are missing: on " + latest.at() + " the log held " + latest.sequence()
                                + " records, and this one ends with " + to + " (from " + from + ").");
    }

    /** Reads records until the last line. */
    private final class Records {
        private final long from;
        private long last;
        private long count;
        private int compared;
        private String hash = LogRecord.FIRST;
        private @Nullable LogChain chain;

        Records(long from, long to) {
            this.from = from;
            this.last = Math.min(from - 1, to);
        }

        Matcher read() throws IOException {
            while (true) {
                var line = required(lines.next());
                var end = LAST.matcher(line);
                if (end.matches()) {
                    return end;
                }
                take(LogRecord.parse(line)
                        .orElseThrow(() -> new Doubt("Line " + lines.number() + " is no record of the log.")));
            }
        }

        private void take(LogRecord record) {
            if (chain == null) {
                chain = new LogChain(keys.seals(), from - 1, from == 1 ? LogRecord.FIRST : record.previous());
            }
            chain.next(record).ifPresent(fault -> {
                throw new Doubt("Line " + lines.number() + ", where record " + (last + 1) + " should be: "
                        + words(fault, record));
            });
            count++;
            last = record.sequence();
            hash = record.hash();
            compare(record);
        }

        private void compare(LogRecord record) {
            var checkpoint = kept.get(record.sequence());
            if (checkpoint == null) {
                return;
            }
            if (!checkpoint.hash().equals(record.hash())) {
                throw new Doubt("Record " + record.sequence() + " has another hash than on " + checkpoint.at()
                        + ", when the platform signed for it: the log was rewritten up to there.");
            }
            compared++;
        }

        private static String words(LogChain.Fault fault, LogRecord record) {
            return switch (fault) {
                case CHANGED -> "it was changed, for its content is not what its hash was taken of.";
                case OUT_OF_PLACE -> "here stands record " + record.sequence() + ". One was removed, added or moved.";
                case NOT_LINKED -> "it does not follow the record before it. One of the two was replaced.";
                case FOREIGN_KEY -> "it names the key " + record.key() + ", which this log never had.";
            };
        }
    }
}
