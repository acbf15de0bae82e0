package nl.datakade.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.datakade.cli.receipt.VerifyCommand;
import nl.datakade.contracts.disclosure.Checkpoint;
import nl.datakade.contracts.disclosure.Ed25519;
import nl.datakade.contracts.disclosure.LogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An export in the hands of somebody with an editor, and checkpoints that somebody else kept. */
class VerifyLogCommandTests {

    private static final String LOG = "https://data.kadestad.example";
    private static final String SEAL = "0a1b2c3d4e5f";
    private static final Instant NOW = Instant.parse("2026-11-30T10:15:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private JsonNode key = JSON.readTree(Ed25519.newKey());
    private List<LogRecord> log = List.of();

    private List<Long> forged = List.of();

    @BeforeEach
    void makeLog() throws IOException {
        log = records(10, SEAL, "analyst");
        var published = ((ObjectNode) key.deepCopy());
        published.remove("d");
        Files.writeString(
                folder.resolve("keys.json"),
                "{\"log\":\"%s\",\"keys\":[%s],\"seals\":[\"%s\"]}".formatted(LOG, published, SEAL));
    }

    @Test
    void theWholeLogIsSound() throws IOException {
        assertThat(verify(export(log, 10))).as(err.toString()).isZero();
        assertThat(out.toString()).contains("records 1 to 10", "No checkpoints were given");
    }

    @Test
    void keptCheckpointsAgree() throws IOException {
        keep(checkpoint(log, 4), checkpoint(log, 10));
        assertThat(verify(export(log, 10), "--checkpoints", kept())).isZero();
        assertThat(out.toString()).contains("Kept checkpoints that agree: 2.");
    }

    @Test
    void aChangedFieldShows() throws IOException {
        var lines = export(log, 10);
        lines.set(5, lines.get(5).replace("analyst", "steward"));
        assertDoubt(lines, "where record 5 should be", "it was changed");
    }

    @Test
    void aChangedFieldWithAForeignKeyShows() throws IOException {
        var lines = export(log, 10);
        var document = log.get(4).document().replace("analyst", "steward").replace(SEAL, "ffffffffffff");
        lines.set(5, LogRecord.of(document, log.get(4).seal()).line());
        assertDoubt(lines, "where record 5 should be", "ffffffffffff, which this log never had");
    }

    @Test
    void aChangedRecordWithAHashMadeToFitShows() throws IOException {
        var lines = export(log, 10);
        lines.set(
                5,
                LogRecord.of(
                                log.get(4).document().replace("analyst", "steward"),
                                log.get(4).seal())
                        .line());
        assertDoubt(lines, "where record 6 should be", "does not follow");
    }

    @Test
    void aRecordRemovedInTheMiddleShows() throws IOException {
        var lines = export(log, 10);
        lines.remove(5);
        assertDoubt(lines, "where record 5 should be", "here stands record 6");
    }

    @Test
    void recordsInAnotherOrderShow() throws IOException {
        var lines = export(log, 10);
        Collections.swap(lines, 5, 6);
        assertDoubt(lines, "where record 5 should be", "here stands record 6");
    }

    @Test
    void aRecordAddedShows() throws IOException {
        var lines = export(log, 10);
        lines.add(11, next(log, SEAL, "forged").line());
        assertDoubt(lines, "is not whole");
    }

    /** Everything from some record on made to fit: only the signature does not. */
    @Test
    void aLogWrittenAgainShows() throws IOException {
        var again = records(10, SEAL, "steward");
        var lines = export(again, 10);
        lines.set(lines.size() - 1, export(log, 10).getLast());
        assertDoubt(lines, "The signature is not of these records");
    }

    /** By who has the platform's key as well: only checkpoints that were kept elsewhere differ. */
    @Test
    void aLogWrittenAndSignedAgainShowsByAKeptCheckpoint() throws IOException {
        keep(checkpoint(log, 7));
        assertDoubt(export(records(10, SEAL, "steward"), 10), "Record 7 has another hash");
    }

    @Test
    void aTailCutOffTheExportShows() throws IOException {
        var lines = export(log, 10);
        lines.remove(10);
        assertDoubt(lines, "is not whole");
        lines.removeLast();
        assertDoubt(lines, "its last line is missing");
    }

    /** As an older export would be, or the log itself cut off and signed again. */
    @Test
    void aTailCutOffTheLogShowsByAKeptCheckpoint() throws IOException {
        keep(checkpoint(log, 10));
        assertDoubt(export(log.subList(0, 7), 7), "The newest records are missing", "the log held 10 records");
        assertThat(verify(export(log.subList(0, 7), 7)))
                .as("without checkpoints nobody can tell")
                .isZero();
    }

    @Test
    void anotherPlatformsSignatureProvesNothing() throws IOException {
        key = JSON.readTree(Ed25519.newKey());
        assertDoubt(export(log, 10), "not signed with a key of this log");
        keep(checkpoint(log, 10));
        assertDoubt(export(log, 10), "is not signed with a key of this log");
    }

    @Test
    void aPartSaysThatItIsOne() throws IOException {
        assertThat(verify(export(log.subList(2, 6), 10))).as(err.toString()).isEqualTo(4);
        assertThat(out.toString()).contains("records 3 to 6", "It is a part: the log had 10 records then.");
    }

    @Test
    void aBrokenLogIsNotSigned() throws IOException {
        var lines = export(log, 10);
        lines.set(
                lines.size() - 1, "{\"end\":{\"records\":10,\"checkpoint\":null,\"problem\":\"record 9 is FORGED\"}}");
        assertDoubt(lines, "its log is broken: record 9 is FORGED");
    }

    @Test
    void aRecordThatThePlatformDidNotWriteShows() throws IOException {
        forged = List.of(4L, 7L);
        assertDoubt(export(log, 10), "the platform did not write", "[7, 4]");
    }

    /** Somebody appended one on purpose, and cuts off records later. */
    @Test
    void aForgedRecordDoesNotHideATailCutOff() throws IOException {
        keep(checkpoint(log, 10));
        forged = List.of(4L);
        assertDoubt(
                export(log.subList(0, 7), 7), "The newest records are missing", "the platform did not write", "[4]");
    }

    @Test
    void aLogThatIsNotSignedDoesNotHideATailCutOff() throws IOException {
        keep(checkpoint(log, 10));
        var lines = export(log.subList(0, 7), 7);
        lines.set(
                lines.size() - 1, "{\"end\":{\"records\":7,\"checkpoint\":null,\"problem\":\"record 6 is CHANGED\"}}");
        assertDoubt(lines, "The newest records are missing", "its log is broken: record 6 is CHANGED");
    }

    /** Every byte of an export counts. */
    @Test
    void noByteCanBeChanged() throws IOException {
        var small = String.join("\n", export(log.subList(0, 2), 2)) + "\n";
        for (int i = 0; i < small.length(); i++) {
            var changed = new StringBuilder(small);
            changed.setCharAt(i, small.charAt(i) == 'x' ? 'y' : 'x');
            // the seal is for the service alone
            if (!isSeal(small, i)) {
                Files.writeString(folder.resolve("export.ndjson"), changed);
                assertThat(run("log", folder.resolve("export.ndjson").toString(), "--key", keys()))
                        .as("byte %d: %s", i, changed)
                        .isNotZero();
            }
        }
    }

    private static boolean isSeal(String text, int place) {
        int seal = text.lastIndexOf("\"seal\":\"", place);
        return seal >= 0 && place >= seal + 8 && place < seal + 8 + 64;
    }

    @Test
    void whatIsNoExportIsSaidToBeNone() throws IOException {
        assertDoubt(List.of("{\"type\":\"/problems/forbidden\"}"), "Line 1 is not the first line");
        assertThat(run("log", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    private void assertDoubt(List<String> lines, String... words) throws IOException {
        var arguments = Files.exists(Path.of(kept())) ? new String[] {"--checkpoints", kept()} : new String[0];
        assertThat(verify(lines, arguments)).as(out.toString()).isEqualTo(3);
        assertThat(err.toString()).contains(words);
    }

    private int verify(List<String> lines, String... more) throws IOException {
        Files.writeString(folder.resolve("export.ndjson"), String.join("\n", lines) + "\n");
        var arguments =
                new ArrayList<>(List.of("log", folder.resolve("export.ndjson").toString(), "--key", keys()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        err.getBuffer().setLength(0);
        out.getBuffer().setLength(0);
        return new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String keys() {
        return folder.resolve("keys.json").toString();
    }

    private String kept() {
        return folder.resolve("kept").toString();
    }

    /** One among other lines of a log of the service, as an operator's log keeps it. */
    private void keep(Checkpoint... checkpoints) throws IOException {
        var lines = new ArrayList<String>();
        for (var checkpoint : checkpoints) {
            lines.add("{\"message\":\"Checkpoint of the disclosure log: " + checkpoint.compact() + "\"}");
        }
        Files.createDirectories(Path.of(kept()));
        Files.write(Path.of(kept(), "access.log"), lines);
    }

    private List<String> export(List<LogRecord> records, long newest) {
        var lines = new ArrayList<String>();
        lines.add("{\"export\":{\"log\":\"%s\",\"from\":%d,\"to\":%d,\"newest\":%d}}"
                .formatted(LOG, records.getFirst().sequence(), records.getLast().sequence(), newest));
        records.forEach(record -> lines.add(record.line()));
        lines.add("{\"end\":{\"records\":%d,\"checkpoint\":\"%s\"}}"
                .formatted(records.size(), sign(records.getLast()).compact()));
        return lines;
    }

    private Checkpoint checkpoint(List<LogRecord> records, int number) {
        return sign(records.get(number - 1));
    }

    private Checkpoint sign(LogRecord record) {
        PrivateKey signing = Ed25519.privateKey(key.path("d").asString());
        return Checkpoint.sign(
                LOG,
                record.sequence(),
                record.hash(),
                NOW,
                forged,
                key.path("kid").asString(),
                signing);
    }

    private static List<LogRecord> records(int count, String seal, String person) {
        var records = new ArrayList<LogRecord>();
        for (int i = 0; i < count; i++) {
            records.add(next(records, seal, person));
        }
        return records;
    }

    private static LogRecord next(List<LogRecord> records, String seal, String person) {
        var previous = records.isEmpty() ? LogRecord.FIRST : records.getLast().hash();
        return LogRecord.of(
                "{\"sequence\":%d,\"previous\":\"%s\",\"key\":\"%s\",\"at\":\"%s\",\"person\":\"%s é\"}"
                        .formatted(records.size() + 1, previous, seal, NOW, person),
                "ab".repeat(32));
    }
}
