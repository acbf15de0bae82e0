package nl.datakade.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.datakade.table.parquet.ParquetFile;
import nl.datakade.table.row.UnreadableFile;

/** Writes the tables of a file as they are understood, so that anybody can compare that with what the file says. */
final class ConvertTyped {

    private ConvertTyped() {}

    static boolean isParquet(Path out) {
        return String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    /** Returns the files that were written: one, or one for each of several tables. */
    static List<Path> convert(Path file, Path out) throws IOException {
        var folder = Files.createTempDirectory("datakade-convert");
        try {
            var reading = TableReader.read(file, null, String.valueOf(file.getFileName()), folder, ReadOptions.none());
            if (reading.reason() != null) {
                throw new UnreadableFile(reading.outcome().name(), reading.reason(), String.valueOf(reading.remedy()));
            }
            if (reading.rejectedRows() > 0) {
                System.err.println(reading.rejectedRows() + " of " + reading.rowsIn()
                        + " rows are rejected and not in what is written");
            }
            var written = new ArrayList<Path>();
            for (var table : reading.tables()) {
                var target = reading.tables().size() == 1 ? out : ConvertFile.beside(out, table.name());
                write(folder.resolve(table.parts().getFirst().file()), target);
                written.add(target);
            }
            return written;
        } finally {
            Folders.delete(folder);
        }
    }

    private static void write(Path table, Path target) throws IOException {
        if (isParquet(target)) {
            Files.copy(table, target, StandardCopyOption.REPLACE_EXISTING);
        } else {
            ParquetFile.toTypedCsv(table, target);
        }
    }
}
