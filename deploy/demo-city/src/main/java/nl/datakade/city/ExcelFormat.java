package nl.datakade.city;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook with one sheet, and perhaps a title above the header.
 *
 * @param title the text in the first cell; the header then stands in the third row
 */
record ExcelFormat(String sheet, @Nullable String title) implements FileFormat {
    private static final LocalDateTime SAVED = LocalDateTime.of(2026, 4, 1, 9, 0);

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public RowWriter open(Path file, List<CityColumn> columns) throws IOException {
        var cells = new Cells(file, sheet);
        if (title != null) {
            cells.sheet.value(0, 0, title);
            cells.row = 2;
        }
        cells.row(columns.stream().map(CityColumn::label).toArray());
        return cells;
    }

    private static final class Cells implements RowWriter {
        private final Path file;
        private final Path draft;
        private final Workbook workbook;
        private final Worksheet sheet;
        private int row;

        Cells(Path file, String name) throws IOException {
            this.file = file;
            this.draft = Files.createTempFile(file.getParent(), "draft", ".xlsx");
            this.workbook = new Workbook(Files.newOutputStream(draft), "Kadestad", "1.0");
            this.sheet = workbook.newWorksheet(name);
        }

        @Override
        public void row(@Nullable Object... cells) {
            for (int column = 0; column < cells.length; column++) {
                write(column, cells[column]);
            }
            row++;
        }

        private void write(int column, @Nullable Object cell) {
            switch (cell) {
                case null -> {}
                case Integer number -> sheet.value(row, column, number);
                case BigDecimal number -> sheet.value(row, column, number);
                case Boolean answer -> sheet.value(row, column, answer);
                case LocalDate day -> {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("dd-mm-yyyy").set();
                }
                case Spoilt spoilt -> sheet.value(row, column, spoilt.text());
                default -> sheet.value(row, column, cell.toString());
            }
        }

        @Override
        public void close() throws IOException {
            workbook.close();
            writeWithoutChance();
            Files.delete(draft);
        }

        /** Fixes the moment of saving, and stores instead of compressing: compressors differ between machines. */
        private void writeWithoutChance() throws IOException {
            try (var from = new ZipFile(draft.toFile());
                    var to = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                for (ZipEntry part : Collections.list(from.entries())) {
                    byte[] content = from.getInputStream(part).readAllBytes();
                    if (part.getName().equals("docProps/core.xml")) {
                        content = new String(content, StandardCharsets.UTF_8)
                                .replaceAll(">[0-9T:.-]+Z<", ">" + SAVED + ":00Z<")
                                .getBytes(StandardCharsets.UTF_8);
                    }
                    to.putNextEntry(stored(part.getName(), content));
                    to.write(content);
                }
            }
        }

        private static ZipEntry stored(String name, byte[] content) {
            var checksum = new CRC32();
            checksum.update(content);
            var entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(checksum.getValue());
            entry.setTimeLocal(SAVED);
            return entry;
        }
    }
}
