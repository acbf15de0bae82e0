package nl.datakade.city;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** JSON in one of its three shapes: an array of objects, an object on every line, or GeoJSON. */
enum JsonFormat implements FileFormat {
    ARRAY("application/json"),
    LINES("application/x-ndjson"),
    GEO("application/geo+json");

    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().rootValueSeparator("\n").build())
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final String mediaType;

    JsonFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public RowWriter open(Path file, List<CityColumn> columns) throws IOException {
        JsonGenerator json = JSON.createGenerator(Files.newOutputStream(file), JsonEncoding.UTF8);
        switch (this) {
            case ARRAY -> json.writeStartArray();
            case GEO -> {
                json.writeStartObject();
                json.writeStringProperty("type", "FeatureCollection");
                json.writeStringProperty("name", file.getFileName().toString().replace(".geojson", ""));
                json.writeArrayPropertyStart("features");
            }
            case LINES -> {}
        }
        return new Objects(json, columns);
    }

    private final class Objects implements RowWriter {
        private final JsonGenerator json;
        private final List<CityColumn> columns;

        Objects(JsonGenerator json, List<CityColumn> columns) {
            this.json = json;
            this.columns = columns;
        }

        @Override
        public void row(@Nullable Object... cells) {
            if (JsonFormat.this == GEO) {
                feature(cells);
            } else {
                object(cells);
            }
            if (JsonFormat.this != LINES) {
                json.writeRaw('\n');
            }
        }

        private void feature(@Nullable Object[] cells) {
            json.writeStartObject();
            json.writeStringProperty("type", "Feature");
            json.writeName("properties");
            object(cells);
            json.writeName("geometry");
            Point.Degrees degrees = ((Point) java.util.Objects.requireNonNull(cells[cells.length - 1])).degrees();
            json.writeStartObject();
            json.writeStringProperty("type", "Point");
            json.writeArrayPropertyStart("coordinates");
            json.writeNumber(degrees.longitude());
            json.writeNumber(degrees.latitude());
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }

        private void object(@Nullable Object[] cells) {
            json.writeStartObject();
            for (int i = 0; i < cells.length; i++) {
                if (!(cells[i] instanceof Point)) {
                    json.writeName(columns.get(i).label());
                    value(cells[i]);
                }
            }
            json.writeEndObject();
        }

        private void value(@Nullable Object cell) {
            switch (cell) {
                case null -> json.writeNull();
                case Integer number -> json.writeNumber(number);
                case BigDecimal number -> json.writeNumber(number);
                case Boolean answer -> json.writeBoolean(answer);
                case Spoilt spoilt -> json.writeString(spoilt.text());
                default -> json.writeString(cell.toString());
            }
        }

        @Override
        public void close() {
            json.writeRaw(JsonFormat.this == LINES ? "\n" : "");
            json.close();
        }
    }
}
