package nl.datakade.access.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import nl.datakade.access.key.Keyring;
import nl.datakade.access.key.TestKeyring;
import nl.datakade.access.policy.Treatment;
import nl.datakade.access.turn.Asking;
import nl.datakade.access.turn.Turns;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.platform.worker.WorkerBounds;
import nl.datakade.platform.worker.Workers;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SnapshotRelationTests {

    private static final UUID PURPOSE = UUID.randomUUID();
    private static final Treatment SHOW = new Treatment.Show();

    @TempDir
    static Path directory;

    private static Workers workers;
    private static Tables tables;
    private static Path snapshots;
    private static SnapshotRelation relation;
    private static Keyring keyring;

    @BeforeAll
    static void start() throws IOException {
        workers = new Workers(WorkerBounds.small(directory.resolve("workers")), List.of(QueryTask.class));
        tables = new Tables(Files.createDirectories(directory.resolve("raw")));
        snapshots = directory.resolve("snapshots");
        keyring = TestKeyring.in(directory);
        relation = relation(bounds(snapshots, Duration.ofSeconds(20), 100, 200_000, 10));
    }

    @AfterAll
    static void stop() {
        relation.close();
        workers.close();
    }

    private static RelationBounds bounds(
            Path folder, Duration timeout, long keepMegabytes, int rows, long answerMegabytes) {
        return new RelationBounds(
                folder,
                200,
                2,
                timeout,
                Duration.ofHours(1),
                keepMegabytes,
                rows,
                answerMegabytes,
                2 * answerMegabytes);
    }

    private static SnapshotRelation relation(RelationBounds bounds) {
        var turns = new Turns(2, 2, Duration.ofSeconds(30));
        return new SnapshotRelation(
                tables,
                new SnapshotRelation.Pool(workers, turns),
                new SnapshotRelation.Pool(workers, turns),
                keyring,
                bounds,
                Clock.systemUTC());
    }

    @Test
    void answersWithTheRowsAndTheirTypes() {
        var rows = answer(
                "select wijk, sum(aantal) as totaal, max(moment) as laatste from fietstellingen group by wijk order by wijk",
                counts(SHOW));
        assertThat(rows)
                .containsExactly(
                        "[\"VARCHAR\",\"HUGEINT\",\"TIMESTAMP\"]",
                        "[\"A\",300,\"2025-01-01T00:00\"]",
                        "[\"B\",50,\"2025-06-01T12:30\"]");
    }

    @Test
    void nothingIsKeptOfAVersionThatEnded() {
        var counts = counts(SHOW);
        answer("select count(*) from fietstellingen", counts);
        var before = kept();

        relation.forget(counts.datasetId(), counts.version());

        assertThat(kept()).isLessThan(before);
        var afterwards = kept();
        answer("select count(*) from fietstellingen", counts); // by somebody who has not heard of it yet
        assertThat(kept()).isEqualTo(afterwards);
    }

    private static int kept() {
        return files(snapshots).size();
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("snapshot-"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void answersPlacesAsWellKnownText() {
        var places = dataset(
                "plekken",
                null,
                table("plekken", "select 'POINT (4.3 52.1)'::geometry as plek", null, column("plek", SHOW)));
        assertThat(answer("select plek, [plek], st_asgeojson(plek) from plekken", places))
                .contains(
                        "[\"POINT (4.3 52.1)\",\"['POINT (4.3 52.1)']\",\"{\\\"type\\\":\\\"Point\\\",\\\"coordinates\\\":[4.3,52.1]}\"]");
        assertThat(answer("select cast(null as geometry) as plek", places)).contains("[null]");
    }

    @Test
    void answersToTheDatasetsOwnNameOnlyWhenItHasOneTable() {
        assertThat(answer("select count(*) from fietstellingen", counts(SHOW))).contains("[3]");
        assertThat(answer("select count(*) from fietstellingen.tellingen", counts(SHOW)))
                .contains("[3]");
        var two = dataset("twee", null, table("a", "select 1 as x", null), table("b", "select 2 as x", null));
        assertThat(answer("select a.x + b.x from twee.a, twee.b", two)).contains("[3]");
        assertThat(failure("select * from twee", two).kind()).isEqualTo(QueryFailure.Kind.INVALID);
    }

    @Test
    void joinsSeveralDatasets() {
        var wijken = dataset(
                "wijken",
                null,
                table(
                        "wijken",
                        "select 'A' as code, 'Centrum' as naam",
                        null,
                        column("code", SHOW),
                        column("naam", SHOW)));
        assertThat(answer(
                        "select w.naam, sum(f.aantal) from fietstellingen f join wijken w on w.code = f.wijk group by all",
                        counts(SHOW),
                        wijken))
                .contains("[\"Centrum\",300]");
    }

    @Test
    void hidesAColumnAsIfItWereNotThere() {
        var failure = failure("select aantal from fietstellingen", counts(new Treatment.Hide()));
        assertThat(failure.kind()).isEqualTo(QueryFailure.Kind.UNKNOWN_COLUMN);
        assertThat(failure.name()).isEqualTo("aantal");
        assertThat(failure.position()).isNotNull();
        assertThat(answer("select * from fietstellingen limit 0", counts(new Treatment.Hide()))
                        .getFirst())
                .isEqualTo("[\"VARCHAR\",\"TIMESTAMP\"]");
    }

    @Test
    void treatsValues() {
        assertThat(treated("'Jansen'", "VARCHAR", new Treatment.Nullify())).isEqualTo("[null]");
        assertThat(treated("'Jansen'", "VARCHAR", new Treatment.Redact())).isEqualTo("[\"***\"]");
        assertThat(treated("cast(null as varchar)", "VARCHAR", new Treatment.Redact()))
                .isEqualTo("[null]");
        assertThat(treated("'Jansen'", "VARCHAR", new Treatment.Partial(2))).isEqualTo("[\"Ja…\"]");
        assertThat(treated("'Jo'", "VARCHAR", new Treatment.Partial(2))).isEqualTo("[\"…\"]");
        assertThat(treated("date '1984-05-17'", "DATE", new Treatment.Truncate(Treatment.Truncate.Unit.YEAR)))
                .isEqualTo("[\"1984-01-01\"]");
        assertThat(treated(
                        "timestamp '1984-05-17 10:00'",
                        "TIMESTAMP",
                        new Treatment.Truncate(Treatment.Truncate.Unit.MONTH)))
                .isEqualTo("[\"1984-05-01\"]");
        assertThat(treated("47::bigint", "BIGINT", new Treatment.Bucket(BigDecimal.TEN)))
                .isEqualTo("[40]");
        assertThat(treated("-3::bigint", "BIGINT", new Treatment.Bucket(BigDecimal.TEN)))
                .isEqualTo("[-10]");
        assertThat(treated("1.74", "DECIMAL(3,2)", new Treatment.Bucket(new BigDecimal("0.5"))))
                .isEqualTo("[1.5]");
        assertThat(treated("'2511 AB'", "VARCHAR", new Treatment.Postcode4())).isEqualTo("[\"2511\"]");
        assertThat(treated("'onbekend'", "VARCHAR", new Treatment.Postcode4())).isEqualTo("[null]");
    }

    @Test
    void makesPseudonymsAsHmacSaysThem() {
        var key = keyring.derive("pseudonym:1:" + PURPOSE);
        var expected = HexFormat.of()
                .formatHex(Keyring.mac(key, "Jansen é".getBytes(StandardCharsets.UTF_8)))
                .substring(0, 32);
        assertThat(treated("'Jansen é'", "VARCHAR", new Treatment.Pseudonym())).isEqualTo("[\"" + expected + "\"]");
    }

    @Test
    void writesEveryFormOfACitizenServiceNumberAsTheSamePseudonym() {
        var bsn = new GovernedDataset.Column("x", "VARCHAR", new Treatment.Pseudonym(), true);
        var rows = answer(
                "select count(distinct x) from register",
                dataset(
                        "register",
                        null,
                        table("register", "select unnest(['012345672', '12345672', '0123.45.672']) as x", null, bsn)));
        assertThat(rows).contains("[1]");
    }

    @Test
    void leavesOutRowsThatTheFilterDoesNotPass() {
        var filtered = dataset(
                "zorg",
                null,
                table("zorg", "select unnest([0, 1, 2]) as n, 'geheim' as x", "n > 0", column("n", SHOW)));
        assertThat(answer("select sum(1 / n), count(*) from zorg", filtered)).contains("[1.5,2]");
        assertThat(answer("select count(*) from zorg where cast(100 / n as integer) > 0", filtered))
                .contains("[2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"asker_departments()", "Asker_Departments()", "\"ASKER_DEPARTMENTS\"()"})
    void filtersByTheAskersDepartmentsHoweverTheFilterWritesThem(String departments) {
        var source = "select unnest(['parkeren', 'groen']) as afdeling";
        var filter = "list_contains(" + departments + ", afdeling)";
        var parking = dataset("taken", Set.of("parkeren"), table("taken", source, filter, column("afdeling", SHOW)));
        var green = dataset(parking, Set.of("groen"));
        var nobody = dataset(parking, Set.of());
        assertThat(answer("from taken", parking)).contains("[\"parkeren\"]").hasSize(2);
        assertThat(answer("from taken", green)).contains("[\"groen\"]").hasSize(2);
        assertThat(answer("from taken", nobody)).hasSize(1);
    }

    @Test
    void encryptsWhatItKeeps() throws IOException {
        answer(
                "from geheim",
                dataset(
                        "geheim",
                        null,
                        table("geheim", "select repeat('zeerherkenbaar', 100) as x", null, column("x", SHOW))));
        try (var files = Files.walk(snapshots)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("zeerherkenbaar");
            }
        }
    }

    @Test
    void keepsNoRawTablesAfterTheBuild() throws IOException {
        answer("select count(*) from fietstellingen", counts(SHOW));
        try (var files = Files.walk(snapshots)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".parquet"));
        }
    }

    @Test
    void givesThePartThatWasAskedForAndSaysThatThereIsMore() throws IOException {
        try (var answer = (Answer) asked("from range(100)", 10)) {
            assertThat(rows(answer)).hasSize(10);
            assertThat(answer.rows()).isEqualTo(10);
            assertThat(answer.truncated()).isTrue();
        }
        try (var answer = (Answer) asked("from range(10)", 10)) {
            assertThat(answer.truncated()).isFalse();
        }
    }

    @Test
    void refusesAnAnswerWithMoreRowsThanOneMayHaveBeforeItsFirst() {
        var refused = ((QueryStart.Failed) asked("from range(200001)", null)).failure();
        assertThat(refused.kind()).isEqualTo(QueryFailure.Kind.TOO_MANY_ROWS);
        assertThat(refused.words()).isEqualTo("200000");
        try (var whole = (Answer) asked("from range(200000)", null)) {
            assertThat(whole.rows()).isEqualTo(200_000);
            assertThat(whole.truncated()).isFalse();
        }
    }

    @Test
    void refusesAnAnswerWithMoreBytesThanOneMayHaveBeforeItsFirst() {
        var sql = "select repeat('x', 1000000) from range(%d)";
        assertThat(((QueryStart.Failed) asked(sql.formatted(11), null))
                        .failure()
                        .kind())
                .isEqualTo(QueryFailure.Kind.TOO_LARGE);
        try (var whole = (Answer) asked(sql.formatted(9), null)) {
            assertThat(whole.bytes()).isGreaterThan(9_000_000);
        }
    }

    @Test
    void keepsALongAnswerEncryptedAndWithoutAName() throws IOException {
        try (var answer = (Answer) asked("select 'zeerherkenbaar ' || range from range(20000)", null)) {
            try (var files = Files.walk(snapshots)) {
                assertThat(files.filter(file -> file.toString().contains("answer-")))
                        .isEmpty();
            }
            var rows = rows(answer);
            assertThat(rows)
                    .hasSize(20_000)
                    .startsWith("[\"zeerherkenbaar 0\"]")
                    .endsWith("[\"zeerherkenbaar 19999\"]");
        }
    }

    /** Files that an operator, a full disk or another process damaged: emptied, cut, overwritten, gone. */
    @Test
    void makesASnapshotAgainThatCannotBeUsedAndNeverBlamesTheStatement() throws IOException {
        var folder = directory.resolve("damaged");
        try (var fragile = relation(bounds(folder, Duration.ofSeconds(20), 100, 1000, 10))) {
            var large = dataset(
                    "groot",
                    null,
                    table(
                            "groot",
                            "select range as n, uuid()::varchar as x from range(50000)",
                            null,
                            column("x", SHOW)));
            var sql = "select count(distinct x) from groot";
            for (int damage = 0; damage < 5; damage++) {
                assertThat(answer(fragile, sql, large)).as("damage " + damage).contains("[50000]");
                var file = files(folder).getFirst();
                long size = Files.size(file);
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    switch (damage) {
                        case 0 -> channel.truncate(0);
                        case 1 -> channel.truncate(size / 2);
                        case 2 -> channel.write(ByteBuffer.wrap(new byte[8192]), 0);
                        case 3 -> channel.write(ByteBuffer.wrap(new byte[(int) size / 2]), size / 3);
                        default -> Files.delete(file);
                    }
                }
            }
            assertThat(answer(fragile, sql, large)).contains("[50000]");
            assertThat(files(folder)).hasSize(1);
        }
    }

    @Test
    void saysWhatIsWrongWhenASnapshotCannotBeMade() {
        var gone = dataset(
                "weg",
                null,
                new GovernedDataset.Table(
                        "weg",
                        List.of(column("x", SHOW)),
                        null,
                        List.of(new VersionState.Part("bestaat-niet.parquet", 1, 1, "00"))));
        assertThatThrownBy(() -> relation.query(query("from weg", 10, gone), asking()))
                .isInstanceOfSatisfying(SnapshotUnavailable.class, unavailable -> {
                    assertThat(unavailable.status().value()).isEqualTo(503);
                    assertThat(unavailable.reason()).isEqualTo("its stored tables could not be read");
                });
    }

    /** As the training of a start does, or a second instance on the same machine. */
    @Test
    void anotherInstanceOnTheSameFolderTouchesNothing() {
        var counts = counts(SHOW);
        answer("select count(*) from fietstellingen", counts);
        var before = files(snapshots);
        relation(bounds(snapshots, Duration.ofSeconds(20), 100, 1000, 10)).close();
        assertThat(files(snapshots)).containsExactlyInAnyOrderElementsOf(before);
        assertThat(answer("select count(*) from fietstellingen", counts)).contains("[3]");
    }

    @Test
    void knowsPlaces() {
        assertThat(answer("select st_x(p), st_y(p), st_astext(p) from (select st_point(4.3, 52.1) as p)", counts(SHOW)))
                .contains("[4.3,52.1,\"POINT (4.3 52.1)\"]");
        assertThat(answer(
                        "select st_distance(st_point(0, 0), st_point(3, 4)), st_dwithin(st_point(0, 0), st_point(3, 4), 5), "
                                + "round(st_distance_sphere(st_point(4.3, 52.1), st_point(4.4, 52.1)))",
                        counts(SHOW)))
                .contains("[5.0,true,6831.0]");
        var area =
                "'MULTIPOLYGON(((0 0, 4 0, 4 4, 0 4, 0 0), (2 2, 3 2, 3 3, 2 3, 2 2)), ((8 8, 9 8, 9 9, 8 9, 8 8)))'";
        assertThat(answer(
                        "select list(st_within(st_point(x, x), g) order by x), bool_or(st_contains(g, null)) from "
                                + "(select unnest([1, 2.5, 6, 8.5, 20]) as x, " + area + "::geometry as g)",
                        counts(SHOW)))
                .contains("[[true,false,false,true,false],null]");
        assertThat(failure("select st_x('LINESTRING (0 0, 1 1)'::geometry)", counts(SHOW))
                        .kind())
                .isEqualTo(QueryFailure.Kind.VALUE);
    }

    @Test
    void tellsAValueThatCannotBeReadWithoutQuotingIt() {
        var failure = failure("select cast(wijk as integer) from fietstellingen", counts(SHOW));
        assertThat(failure.kind()).isEqualTo(QueryFailure.Kind.VALUE);
        assertThat(failure.words()).isNull();
        assertThat(failure.position()).isNotNull();
    }

    /** The check refuses all of these before; here the second wall stands alone. */
    @Test
    void keepsTheEngineShutEvenWithoutTheCheck() {
        for (var sql : List.of(
                "from read_text('/etc/hostname')",
                "from '/etc/hostname'",
                "from glob('/**')",
                "copy fietstellingen to '/tmp/uit.csv'",
                "attach '/tmp/x.db' as x",
                "set enable_external_access = true",
                "reset lock_configuration",
                "set memory_limit = '100GB'",
                "install httpfs",
                "load httpfs",
                "delete from snapshot0.fietstellingen.tellingen",
                "export database '/tmp/x'",
                "create secret s (type s3)",
                "select * from duckdb_secrets()",
                "call enable_logging()")) {
            var rows = everything(sql);
            assertThat(rows).as(sql).noneMatch(row -> row.contains(hostname()));
        }
    }

    @Test
    void tellsNobodyTheKey() {
        for (var sql : List.of(
                "from duckdb_settings()",
                "from duckdb_databases()",
                "from duckdb_variables()",
                "from duckdb_logs()",
                "select current_query()",
                "from duckdb_views()",
                "from pragma_database_list()",
                "from duckdb_prepared_statements()")) {
            var shown = String.join("\n", everything(sql));
            assertThat(shown).as(sql).doesNotContain("encryption_key").doesNotContainPattern("[A-Za-z0-9+/]{43}=");
        }
    }

    @Test
    void boundsBombs() {
        var bombs = List.of(
                "select count(*) from range(100000000000) a, range(100000000000) b",
                "with recursive r(n) as (select 1 union all select n + 1 from r) select max(n) from r",
                "select repeat('x', 2000000000)",
                "select list(range) from range(10000000000)",
                "select length(repeat(repeat('x', 100000), 100000))",
                "select count(distinct range::varchar || repeat('x', 1000)) from range(100000000)",
                "select regexp_matches(repeat('a', 5000000), '(a+)+(a+)+(a+)+$b')");
        for (var bomb : bombs) {
            try (var shortLived = relation(bounds(directory.resolve("short"), Duration.ofSeconds(3), 100, 1000, 10))) {
                var start = shortLived.query(query(bomb, 10), asking());
                if (start instanceof Answer answer) {
                    answer.close();
                } else {
                    assertThat(((QueryStart.Failed) start).failure().kind())
                            .as(bomb)
                            .isIn(
                                    QueryFailure.Kind.MEMORY,
                                    QueryFailure.Kind.TIME,
                                    QueryFailure.Kind.VALUE,
                                    QueryFailure.Kind.TOO_LARGE,
                                    QueryFailure.Kind.ENGINE);
                }
            }
        }
        assertThat(answer("select 1", counts(SHOW))).contains("[1]");
    }

    @Test
    void canBeCancelledWhileItRuns() {
        var asking = asking();
        var answer = CompletableFuture.supplyAsync(() ->
                relation.query(query("select count(*) from range(100000000000) a, range(100000) b", null), asking));
        Awaitility.await().until(() -> workers.processes() > 0);
        asking.cancel();
        assertThat(answer)
                .succeedsWithin(Duration.ofMinutes(1))
                .isEqualTo(new QueryStart.Failed(QueryFailure.cancelled()));
    }

    @Test
    void isNotEvenStartedWhenItWasCancelledBefore() {
        var asking = asking();
        asking.cancel();
        assertThat(relation.query(query("from fietstellingen", null, counts(SHOW)), asking))
                .isEqualTo(new QueryStart.Failed(QueryFailure.cancelled()));
    }

    @Test
    void removesOldSnapshotsBeyondTheRoomThereIs() {
        var little = directory.resolve("little");
        try (var crowded = relation(bounds(little, Duration.ofSeconds(20), 0, 1000, 10))) {
            for (int i = 0; i < 3; i++) {
                var query = "select range as n, uuid()::varchar as x from range(" + (50_000 + i) + ")";
                var dataset = dataset("groot" + i, null, table("groot" + i, query, null, column("x", SHOW)));
                assertThat(answer(crowded, "select count(*) from groot" + i, dataset))
                        .contains("[" + (50_000 + i) + "]");
            }
            assertThat(files(little)).hasSizeLessThanOrEqualTo(2);
        }
    }

    private static GovernedQuery query(String sql, @Nullable Integer rowLimit, GovernedDataset... datasets) {
        return new GovernedQuery(sql, List.of(datasets), AnswerFormat.JSON, rowLimit);
    }

    private static Asking asking() {
        return new Asking("somebody");
    }

    private static QueryStart asked(String sql, @Nullable Integer rowLimit) {
        return relation.query(query(sql, rowLimit), asking());
    }

    private static List<String> rows(Answer answer) {
        try {
            var out = new ByteArrayOutputStream();
            out.write('[');
            assertThat(answer.copyTo(out)).isTrue();
            out.write(']');
            return new JsonMapper()
                    .readTree(out.toByteArray())
                    .valueStream()
                    .map(JsonNode::toString)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> everything(String sql) {
        if (relation.query(query(sql, 1000, counts(SHOW)), asking()) instanceof Answer answer) {
            try (answer) {
                return rows(answer);
            }
        }
        return List.of();
    }

    private static List<String> answer(String sql, GovernedDataset... datasets) {
        return answer(relation, sql, datasets);
    }

    /** The types of the columns, then the rows. */
    private static List<String> answer(GovernedRelation relation, String sql, GovernedDataset... datasets) {
        var start = relation.query(query(sql, null, datasets), asking());
        assertThat(start).as(start.toString()).isInstanceOf(Answer.class);
        try (var answer = (Answer) start) {
            var lines = new ArrayList<String>();
            lines.add(answer.columns().stream()
                    .map(column -> '"' + column.type() + '"')
                    .toList()
                    .toString()
                    .replace(", ", ","));
            lines.addAll(rows(answer));
            return lines;
        }
    }

    private static QueryFailure failure(String sql, GovernedDataset... datasets) {
        return ((QueryStart.Failed) relation.query(query(sql, null, datasets), asking())).failure();
    }

    private static String treated(String value, String type, Treatment treatment) {
        var column = new GovernedDataset.Column("x", type, treatment, false);
        var dataset = dataset("proef", null, table("proef", "select " + value + " as x", null, column));
        return answer("from proef", dataset).getLast();
    }

    private static GovernedDataset counts(Treatment ofCounts) {
        return dataset(
                "fietstellingen",
                null,
                table(
                        "tellingen",
                        "select * from (values ('A', 100::bigint, timestamp '2025-01-01'),"
                                + " ('A', 200, timestamp '2025-01-01'), ('B', 50, timestamp '2025-06-01 12:30'))"
                                + " t(wijk, aantal, moment)",
                        null,
                        column("wijk", SHOW),
                        new GovernedDataset.Column("aantal", "BIGINT", ofCounts, false),
                        new GovernedDataset.Column("moment", "TIMESTAMP", SHOW, false)));
    }

    private static GovernedDataset.Column column(String name, Treatment treatment) {
        return new GovernedDataset.Column(name, "VARCHAR", treatment, false);
    }

    private static GovernedDataset.Table table(
            String name, String query, @Nullable String filter, GovernedDataset.Column... columns) {
        var parts = tables.write(name + UUID.randomUUID() + ".parquet", query);
        return new GovernedDataset.Table(
                name, columns.length == 0 ? List.of(column("x", SHOW)) : List.of(columns), filter, parts);
    }

    private static GovernedDataset dataset(
            String schema, @Nullable Set<String> departments, GovernedDataset.Table... tables) {
        return new GovernedDataset(
                UUID.randomUUID(),
                schema,
                1,
                1,
                1,
                List.of(tables),
                PURPOSE,
                departments == null ? Set.of() : departments);
    }

    private static GovernedDataset dataset(GovernedDataset same, Set<String> departments) {
        return new GovernedDataset(
                same.datasetId(),
                same.schema(),
                same.version(),
                same.reading(),
                same.policyRevision(),
                same.tables(),
                same.purpose(),
                departments);
    }

    private static String hostname() {
        try {
            return Files.readString(Path.of("/etc/hostname")).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
