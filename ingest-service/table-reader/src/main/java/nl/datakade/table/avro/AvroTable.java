package nl.datakade.table.avro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.datakade.table.row.RawTable;
import nl.datakade.table.row.Rows;
import nl.datakade.table.row.UnreadableFile;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;

/** The records of an Avro file. */
public final class AvroTable implements RawTable {

    private static final GenericData MODEL = model();

    private final Path file;
    private final List<String> labels;

    private AvroTable(Path file, List<String> labels) {
        this.file = file;
        this.labels = labels;
    }

    public static AvroTable of(Path file) throws IOException {
        try (var reader = open(file)) {
            if (reader.getSchema().getType() != Schema.Type.RECORD) {
                throw new UnreadableFile(
                        "NO_TABLE", "the Avro file holds values, not records", "write it with a record per row");
            }
            return new AvroTable(
                    file,
                    reader.getSchema().getFields().stream()
                            .map(Schema.Field::name)
                            .toList());
        }
    }

    private static GenericData model() {
        var model = new GenericData();
        model.addLogicalTypeConversion(new Conversions.DecimalConversion());
        model.addLogicalTypeConversion(new TimeConversions.DateConversion());
        model.addLogicalTypeConversion(new TimeConversions.TimeMillisConversion());
        model.addLogicalTypeConversion(new TimeConversions.TimeMicrosConversion());
        model.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        model.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
        model.addLogicalTypeConversion(new TimeConversions.LocalTimestampMillisConversion());
        model.addLogicalTypeConversion(new TimeConversions.LocalTimestampMicrosConversion());
        model.addLogicalTypeConversion(new TimeConversions.TimestampNanosConversion());
        model.addLogicalTypeConversion(new TimeConversions.LocalTimestampNanosConversion());
        return model;
    }

    static DataFileReader<Object> open(Path file) throws IOException {
        try {
            return new DataFileReader<>(file.toFile(), new GenericDatumReader<>(null, null, MODEL));
        } catch (IOException | AvroRuntimeException | IllegalArgumentException damaged) {
            throw damaged("in its head");
        }
    }

    /** @param where what was being read when it went wrong */
    static UnreadableFile damaged(String where) {
        return new UnreadableFile(
                "BROKEN_AVRO",
                "the Avro file is damaged or cut off, or compressed in a way that is not read: it goes wrong " + where,
                "write it again without compression or with deflate, or send the data as Parquet or CSV");
    }

    @Override
    public String label() {
        return "";
    }

    @Override
    public List<String> columnLabels() {
        return labels;
    }

    @Override
    public Rows open() throws IOException {
        return new AvroRows(open(file), Files.size(file));
    }
}
