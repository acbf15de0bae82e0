package nl.datakade.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnMetaData;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.ConvertedType;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.SchemaElement;
import dev.hardwood.reader.ParquetFileReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import tools.jackson.databind.json.JsonMapper;

/** Our files read by somebody else's reader of Parquet: what any tool will find in them. */
class WrittenParquetTests {

    private static final Sample TABLE = Sample.of(
            """
            naam;aantal;hoogte;bedrag;datum;tijd;moment;tijdstip;actief
            José;3;1,123456789;12,50;31-12-2026;23:59:30;2026-12-31 23:59:30;2026-12-31T23:59:30+01:00;ja
            ;-7;2,5;1.204,00;01-02-1931;00:00;2001-01-01 00:00;2001-01-01T00:00:00Z;nee
            Zoë;;;;;;;;
            """.getBytes(UTF_8),
            "t.csv",
            ReadOptions.named("t")
                    .withKnown(Map.of("t", Known.ids(Map.of("aantal", 17))))
                    .withDescriptions(Map.of("t", Map.of("aantal", "hoeveel er staan"))));

    @Test
    void columnsHaveTheirTypesAndIds() throws IOException {
        try (var file = ParquetFileReader.open(InputFile.of(TABLE.file()))) {
            var schema = elements(file.getFileMetaData());
            assertThat(schema.keySet())
                    .containsExactlyInAnyOrder(
                            "naam", "aantal", "hoogte", "bedrag", "datum", "tijd", "moment", "tijdstip", "actief");
            assertThat(schema.values())
                    .extracting(SchemaElement::fieldId)
                    .doesNotContainNull()
                    .doesNotHaveDuplicates();
            assertThat(of(schema, "aantal").fieldId()).isEqualTo(17);
            assertThat(TABLE.table().columns())
                    .allSatisfy(column ->
                            assertThat(of(schema, column.name()).fieldId()).isEqualTo(column.id()));
            assertThat(of(schema, "naam").convertedType()).isEqualTo(ConvertedType.UTF8);
            assertThat(of(schema, "datum").convertedType()).isEqualTo(ConvertedType.DATE);
            assertThat(of(schema, "bedrag").logicalType())
                    .isInstanceOfSatisfying(
                            LogicalType.DecimalType.class,
                            type -> assertThat(type.scale()).isEqualTo(2));
            assertThat(of(schema, "tijdstip").logicalType())
                    .isInstanceOfSatisfying(
                            LogicalType.TimestampType.class,
                            type -> assertThat(type.isAdjustedToUTC()).isTrue());
            assertThat(of(schema, "moment").logicalType())
                    .isInstanceOfSatisfying(
                            LogicalType.TimestampType.class,
                            type -> assertThat(type.isAdjustedToUTC()).isFalse());
        }
    }

    @Test
    void valuesAreWhatTheFileSaid() throws IOException {
        try (var file = ParquetFileReader.open(InputFile.of(TABLE.file()));
                var rows = file.rowReader()) {
            rows.next();
            assertThat(rows.getString("naam")).isEqualTo("José");
            assertThat(rows.getLong("aantal")).isEqualTo(3);
            assertThat(rows.getDouble("hoogte")).isEqualTo(1.123456789);
            assertThat(rows.getDecimal("bedrag")).isEqualTo(new BigDecimal("12.50"));
            assertThat(rows.getDate("datum")).isEqualTo(LocalDate.of(2026, 12, 31));
            assertThat(rows.getTime("tijd")).isEqualTo(LocalTime.of(23, 59, 30));
            assertThat(rows.getLocalTimestamp("moment")).isEqualTo(LocalDateTime.of(2026, 12, 31, 23, 59, 30));
            assertThat(rows.getTimestamp("tijdstip")).isEqualTo(Instant.parse("2026-12-31T22:59:30Z"));
            assertThat(rows.getBoolean("actief")).isTrue();
            rows.next();
            assertThat(rows.isNull("naam")).isTrue();
            assertThat(rows.getDecimal("bedrag")).isEqualTo(new BigDecimal("1204.00"));
            assertThat(rows.getDate("datum")).isEqualTo(LocalDate.of(1931, 2, 1));
            rows.next();
            assertThat(rows.getString("naam")).isEqualTo("Zoë");
            assertThat(rows.isNull("actief")).isTrue();
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void everyColumnHasStatisticsIsPackedAndSaysWhatItMeans() throws IOException {
        try (var file = ParquetFileReader.open(InputFile.of(TABLE.file()))) {
            var metadata = file.getFileMetaData();
            assertThat(metadata.numRows()).isEqualTo(3);
            var columns = metadata.rowGroups().getFirst().columns().stream()
                    .map(chunk -> chunk.metaData())
                    .collect(Collectors.toMap(column -> column.pathInSchema().toString(), Function.identity()));
            assertThat(columns).hasSize(9);
            assertThat(columns.values()).allSatisfy(column -> {
                assertThat(column.codec()).isEqualTo(CompressionCodec.ZSTD);
                assertThat(column.statistics().nullCount()).isEqualTo(1);
                assertThat(column.statistics().isMinMaxDeprecated()).isFalse();
            });
            var count = bounds(of(columns, "aantal"));
            assertThat(count.getLong(0)).isEqualTo(-7);
            assertThat(count.getLong(8)).isEqualTo(3);
            var told = of(TABLE.table().parts().getFirst().bounds(), "aantal");
            assertThat(told.min()).isEqualTo("-7");
            assertThat(told.max()).isEqualTo("3");
            assertThat(metadata.keyValueMetadata())
                    .containsEntry("label.aantal", "aantal")
                    .containsEntry("description.aantal", "hoeveel er staan");
        }
    }

    /** Lowest and highest value, one behind the other. */
    private static ByteBuffer bounds(ColumnMetaData column) {
        var statistics = column.statistics();
        return ByteBuffer.allocate(16)
                .put(statistics.minValue())
                .put(statistics.maxValue())
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void geometriesAreGeoParquet() throws IOException, ParseException {
        var sample = Sample.of("""
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":[4.5,52.25]}},
                {"type":"Feature","properties":{"n":2},"geometry":{"type":"Point","coordinates":[4.75,52.5]}}]}
                """.getBytes(UTF_8), "t.geojson");
        try (var file = ParquetFileReader.open(InputFile.of(sample.file()));
                var rows = file.rowReader()) {
            var geo = JsonMapper.shared().readTree(of(file.getFileMetaData().keyValueMetadata(), "geo"));
            assertThat(geo.at("/version").asString()).startsWith("1.");
            assertThat(geo.at("/primary_column").asString()).isEqualTo("geometry");
            assertThat(geo.at("/columns/geometry/encoding").asString()).isEqualTo("WKB");
            assertThat(geo.at("/columns/geometry/geometry_types/0").asString()).isEqualTo("Point");
            assertThat(geo.at("/columns/geometry/bbox/3").asDouble()).isEqualTo(52.5);
            assertThat(geo.at("/columns/geometry/crs").isMissingNode())
                    .as("none said is longitude and latitude in WGS84")
                    .isTrue();
            rows.next();
            assertThat(new WKBReader().read(rows.getBinary("geometry")).toText())
                    .isEqualTo("POINT (4.5 52.25)");
            assertThat(rows.getDouble("longitude")).isEqualTo(4.5);
        }
    }

    private static <T> T of(Map<String, T> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    private static Map<String, SchemaElement> elements(FileMetaData metadata) {
        return metadata.schema().stream()
                .filter(SchemaElement::isPrimitive)
                .collect(Collectors.toMap(SchemaElement::name, Function.identity()));
    }
}
