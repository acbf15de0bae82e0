package nl.datakade.table.avro;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Rows;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** One pass over the records of an Avro file. */
final class AvroRows implements Rows {

    private final DataFileReader<Object> reader;
    private final long length;
    private long ordinal;

    AvroRows(DataFileReader<Object> reader, long length) {
        this.reader = reader;
        this.length = length;
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        try {
            if (!reader.hasNext()) {
                if (reader.previousSync() != length) {
                    throw AvroTable.damaged(
                            "behind record " + ordinal); // what the library takes for the end is a block cut off
                }
                return false;
            }
            cells.begin(++ordinal);
            if (reader.next() instanceof IndexedRecord row) {
                for (int i = 0; i < row.getSchema().getFields().size(); i++) {
                    add(cells, row.get(i));
                }
            }
            return true;
        } catch (AvroRuntimeException | IndexOutOfBoundsException | IllegalArgumentException damaged) {
            throw AvroTable.damaged("behind record " + ordinal);
        }
    }

    private static void add(Cells cells, @Nullable Object value) {
        switch (value) {
            case null -> cells.add(null, CellKind.ABSENT);
            case Boolean truth -> cells.add(truth.toString(), CellKind.BOOLEAN);
            case Double real when !Double.isFinite(real) -> cells.add(null, CellKind.ABSENT);
            case Float real when !Float.isFinite(real) -> cells.add(null, CellKind.ABSENT);
            case BigDecimal decimal -> cells.add(decimal.toPlainString(), CellKind.NUMBER);
            case Number number -> cells.add(new BigDecimal(number.toString()).toPlainString(), CellKind.NUMBER);
            case TemporalAccessor moment -> cells.add(moment.toString(), CellKind.TEMPORAL);
            case IndexedRecord nested -> cells.add(GenericData.get().toString(nested), CellKind.JSON);
            case Map<?, ?> map -> cells.add(GenericData.get().toString(map), CellKind.JSON);
            case GenericFixed fixed -> cells.add(HexFormat.of().formatHex(fixed.bytes()), CellKind.TEXT);
            case Collection<?> list -> cells.add(GenericData.get().toString(list), CellKind.JSON);
            case ByteBuffer bytes -> cells.add(hex(bytes), CellKind.TEXT);
            default -> cells.add(value.toString(), CellKind.TEXT);
        }
    }

    private static String hex(ByteBuffer bytes) {
        var copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HexFormat.of().formatHex(copy);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
