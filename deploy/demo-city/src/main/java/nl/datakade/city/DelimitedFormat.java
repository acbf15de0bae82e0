package nl.datakade.city;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text with a delimiter, in one of the dialects that municipal systems speak. */
record DelimitedFormat(
        Charset charset, boolean byteOrderMark, char delimiter, boolean decimalComma, DateTimeFormatter date)
        implements FileFormat {

    private static final DateTimeFormatter DUTCH_DATE = DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Semicolons, Windows-1252, decimal comma, dd-mm-jjjj: what Excel makes of a Dutch export. */
    static DelimitedFormat dutch() {
        return new DelimitedFormat(Charset.forName("windows-1252"), false, ';', true, DUTCH_DATE);
    }

    /** The same in UTF-8 without a mark. */
    static DelimitedFormat dutchUtf8() {
        return new DelimitedFormat(UTF_8, false, ';', true, DUTCH_DATE);
    }

    /** Commas, UTF-8 with a byte-order mark, decimal point, ISO dates: what newer systems export. */
    static DelimitedFormat international() {
        return new DelimitedFormat(UTF_8, true, ',', false, DateTimeFormatter.ISO_LOCAL_DATE);
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public RowWriter open(Path path, List<CityColumn> columns) throws IOException {
        var lines = new Lines(new BufferedOutputStream(Files.newOutputStream(path), 1 << 16));
        if (byteOrderMark) {
            lines.out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        }
        lines.row(columns.stream().map(CityColumn::label).toArray());
        return lines;
    }

    private final class Lines implements RowWriter {
        private final OutputStream out;

        Lines(OutputStream out) {
            this.out = out;
        }

        @Override
        public void row(@Nullable Object... cells) throws IOException {
            for (int i = 0; i < cells.length; i++) {
                if (i > 0) {
                    out.write(delimiter);
                }
                write(cells[i]);
            }
            out.write('\r');
            out.write('\n');
        }

        @Override
        public void footer(String line) throws IOException {
            out.write((line + "\r\n").getBytes(charset));
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        private void write(@Nullable Object cell) throws IOException {
            if (cell instanceof Spoilt(String text, Fault fault)) {
                out.write(text.getBytes(fault == Fault.OTHER_ENCODING ? other() : charset));
            } else if (cell != null) {
                out.write(quoted(text(cell)).getBytes(charset));
            }
        }

        private Charset other() {
            return charset.equals(UTF_8) ? ISO_8859_1 : UTF_8;
        }

        private String text(Object cell) {
            return switch (cell) {
                case BigDecimal number
                when decimalComma -> number.toPlainString().replace('.', ',');
                case BigDecimal number -> number.toPlainString();
                case LocalDate day -> date.format(day);
                case LocalDateTime moment when decimalComma -> date.format(moment) + " " + TIME.format(moment);
                case LocalDateTime moment -> date.format(moment) + "T" + TIME.format(moment) + ":00";
                case Boolean answer when decimalComma -> answer ? "Ja" : "Nee";
                default -> cell.toString();
            };
        }

        private String quoted(String text) {
            return text.indexOf(delimiter) < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0
                    ? text
                    : '"' + text.replace("\"", "\"\"") + '"';
        }
    }
}
