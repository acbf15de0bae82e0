package nl.datakade.table.text;

import java.io.IOException;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Rows;

/** Records as they stand, blank ones left out, each with its raw text: to look at, not to read a whole file by. */
final class RecordRows implements Rows {

    private final Records records;

    RecordRows(Records records) {
        this.records = records;
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        while (records.next()) {
            if (!records.isBlank()) {
                var raw = records.raw();
                records.into(cells);
                cells.keep(raw);
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
