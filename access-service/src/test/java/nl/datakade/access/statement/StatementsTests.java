package nl.datakade.access.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.datakade.access.statement.Refusal.Reason;
import nl.datakade.access.turn.Asking;
import nl.datakade.access.turn.CancelledException;
import nl.datakade.access.turn.Turns;
import nl.datakade.platform.worker.WorkerBounds;
import nl.datakade.platform.worker.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StatementsTests {

    private static final Set<String> GRANTED =
            Set.of("fietstellingen", "fietstellingen.tellingen", "wijken", "wijken.buurten");

    @TempDir
    static Path directory;

    private static Workers workers;
    private static Statements statements;

    @BeforeAll
    static void start() {
        var bounds = new WorkerBounds(2, 1, 1000, 160, 544, Duration.ofSeconds(30), Duration.ofMinutes(1), directory);
        workers = new Workers(bounds, List.of(ParseTask.class));
        statements = new Statements(workers, new Turns(2, 2, Duration.ofSeconds(30)));
    }

    @AfterAll
    static void stop() {
        workers.close();
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatIsHostile(String expected, String sql) {
        assertThat(verdict(sql)).as(sql).isEqualTo(expected);
    }

    static Stream<Arguments> refusesWhatIsHostile() throws IOException {
        return lines("hostile.txt").map(line -> {
            var parts = line.split(" \\| ", 2);
            return Arguments.of(parts[0], parts[1].replace("\\n", "\n"));
        });
    }

    @ParameterizedTest
    @MethodSource
    void acceptsWhatAnalystsWrite(String sql) {
        assertThat(verdict(sql)).as(sql).isEqualTo("ACCEPTABLE");
    }

    static Stream<String> acceptsWhatAnalystsWrite() throws IOException {
        return lines("legitimate.txt");
    }

    @Test
    void namesTheFunctionAndWhereItStands() {
        assertThat(check("select 'é',\n  getenv('HOME')"))
                .isEqualTo(new Reading.Refused(new Refusal(Reason.FUNCTION, "getenv", new Position(2, 3))));
    }

    @Test
    void namesWhereTheSyntaxBreaks() {
        assertThat(check("select *\nfrom t wher x"))
                .isEqualTo(new Reading.Refused(new Refusal(Reason.SYNTAX, null, new Position(2, 13))));
    }

    @Test
    void refusesWhatIsTooDeep() {
        var sql = "select " + "(".repeat(20_000) + "1" + ")".repeat(20_000);
        assertThat(reasonOf(sql)).isIn(Reason.TOO_DEEP, Reason.SYNTAX);
        assertThat(reasonOf("select " + "abs(".repeat(900) + "1" + ")".repeat(900)))
                .isIn(Reason.TOO_DEEP, Reason.SYNTAX);
    }

    /** As long as a statement may be, in each way to grow; none may cost the service more than its verdict. */
    @Test
    void judgesStatementsWhoseTreeIsFarLargerThanTheyAreWithoutLosingAProcess() {
        var shapes = List.of(
                "select " + "[],".repeat(33_000) + "[]",
                "select " + "1+".repeat(49_000) + "1",
                "select " + "*,".repeat(49_000) + "*",
                "select 1 " + "union select 1 ".repeat(6_600),
                "with " + "a as (select 1),".repeat(6_000) + "b as (select 1) select 1",
                "select 1 from " + "t,".repeat(49_000) + "t",
                "select " + "(select ".repeat(12_000) + "1" + ")".repeat(12_000),
                "select " + "[".repeat(49_000) + "]".repeat(49_000));
        for (var shape : shapes) {
            assertThat(check(shape)).as(shape.substring(0, 40)).isNotNull();
            assertThat(check("select 1")).isInstanceOf(Reading.Acceptable.class);
        }
        assertThat(reasonOf(shapes.getFirst())).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void namesEachTableOnceAndNotTooMany() {
        var same = (Reading.Acceptable) check("select 1 from wijken" + ", Wijken".repeat(50));
        assertThat(same.tables()).hasSize(1);
        var many = IntStream.range(0, 300).mapToObj(i -> "t" + i).collect(Collectors.joining(", "));
        assertThat(reasonOf("select 1 from " + many)).isEqualTo(Reason.TOO_LARGE);
    }

    /** Java takes the KELVIN SIGN for a k; the engine does not, and looks for a table of that name. */
    @Test
    void foldsNoMoreThanTheEngineDoes() {
        var read = (Reading.Acceptable) check("with \"wij\u212Aen\" as (select 1) select * from wijken");
        assertThat(read.tables()).extracting(TableReference::name).containsExactly("wijken");
        assertThat(columnsOf("select \"Aantal\" from wijken").touches("AANTAL")).isTrue();
        assertThat(columnsOf("select \"\u212Aode\" from wijken").touches("Kode"))
                .isFalse();
        assertThat(statements.checkFilter("\"\u212Aode\" = 1", List.of("kode"), new Asking("steward")))
                .isInstanceOf(Reading.Refused.class);
        assertThat(statements.checkFilter("KODE = 1", List.of("kode"), new Asking("steward")))
                .isInstanceOf(Reading.Acceptable.class);
    }

    @Test
    void isNotCheckedWhenItIsNotWantedAnyMore() {
        var asking = new Asking("somebody");
        asking.cancel();
        assertThatThrownBy(() -> statements.check("select 1", asking)).isInstanceOf(CancelledException.class);
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(reasonOf("select '" + "x".repeat(200_000) + "'")).isEqualTo(Reason.TOO_LONG);
    }

    @Test
    void survivesStatementsThatAreNotText() {
        for (var sql : List.of("\0", "select '\0'", "\uD800", "select \u202E1", "\uFEFFselect 1")) {
            assertThat(check(sql)).isNotNull();
        }
    }

    @Test
    void knowsWhichColumnsAreTouched() {
        var use = columnsOf("select a.telpunt, sum(Aantal) from fietstellingen a where wijk = 'x' group by 1");
        assertThat(use.all()).isFalse();
        assertThat(List.of("telpunt", "aantal", "wijk")).allMatch(use::touches);
        assertThat(use.touches("bsn")).isFalse();
    }

    @Test
    void countsAllColumnsWhenTheyAreNotNamed() {
        assertThat(Stream.of(
                        "select * from fietstellingen",
                        "select columns('a') from fietstellingen",
                        "select fietstellingen from fietstellingen",
                        "select 1 from fietstellingen natural join wijken",
                        "select #1 from fietstellingen",
                        "select f from fietstellingen f",
                        "select F from f: fietstellingen",
                        "select unnest(f) from fietstellingen as f",
                        "select to_json(f) from fietstellingen f",
                        "select (f).bsn from fietstellingen f",
                        "select 1 from fietstellingen f where f is not null",
                        "select a, b from fietstellingen t(a, b)",
                        "select a from (from fietstellingen) t(a)",
                        "with t as (select * from fietstellingen) select t from t",
                        "with t(a) as (from fietstellingen) select a from t"))
                .allSatisfy(
                        sql -> assertThat(columnsOf(sql).touches("bsn")).as(sql).isTrue());
        assertThat(Stream.of(
                        "select count(*) from fietstellingen",
                        "select f.aantal from fietstellingen f",
                        "select f.aantal from fietstellingen f cross join range(3) r(i)",
                        "select f.aantal as f from fietstellingen f"))
                .allSatisfy(sql -> assertThat(columnsOf(sql).all()).as(sql).isFalse());
    }

    private static Reading check(String sql) {
        return statements.check(sql, new Asking("somebody"));
    }

    private static ColumnUse columnsOf(String sql) {
        return ((Reading.Acceptable) check(sql)).columns();
    }

    private static Reason reasonOf(String sql) {
        return ((Reading.Refused) check(sql)).refusal().reason();
    }

    private static String verdict(String sql) {
        return switch (check(sql)) {
            case Reading.Refused refused -> refused.refusal().reason().name();
            case Reading.Acceptable acceptable ->
                acceptable.tables().stream().allMatch(table -> GRANTED.contains(table.toString()))
                        ? "ACCEPTABLE"
                        : "UNGRANTED";
        };
    }

    private static Stream<String> lines(String file) throws IOException {
        try (var resource = StatementsTests.class.getResourceAsStream(file)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("# ")).toList().stream();
        }
    }
}
