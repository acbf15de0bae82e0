package nl.datakade.table.excel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.sheet.Days;
import nl.datakade.table.sheet.Note;
import nl.datakade.table.sheet.NumberFormat;
import nl.datakade.table.sheet.Shown;
import org.jspecify.annotations.Nullable;

/** One cell of an OpenDocument sheet: its stored value, which the text beside it shows. */
final class OpenDocumentCell {

    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final Pattern TIME = Pattern.compile("(-?)PT(\\d{1,7})H(\\d{1,2})M(\\d{1,2})(?:[.,](\\d+))?S");
    private static final Pattern ZEROS_IN_FRONT = Pattern.compile("-?0\\d+");
    private static final NumberFormat PERCENT = NumberFormat.of("0%");
    private static final NumberFormat MOMENT = NumberFormat.of("yyyy-mm-dd hh:mm");
    private static final NumberFormat CLOCK = NumberFormat.of("hh:mm:ss");
    private static final NumberFormat DURATION = NumberFormat.of("[h]:mm:ss");
    private static final long MILLIS_PER_DAY = 86_400_000;

    private OpenDocumentCell() {}

    /** The cell at which the reader stands, read to its end. */
    static Shown read(XMLStreamReader xml) throws XMLStreamException {
        var type = xml.getAttributeValue(OFFICE, "value-type");
        var value = value(xml, type);
        boolean formula = xml.getAttributeValue(OpenDocument.TABLE, "formula") != null;
        var text = text(xml);
        if (type == null && text.isEmpty()) {
            return formula ? Shown.NOT_COMPUTED : Shown.NOTHING;
        }
        if (type == null || value == null) {
            return text.isEmpty() ? Shown.NOTHING : Shown.text(text);
        }
        return switch (type) {
            case "float", "currency" -> number(value, text.strip());
            case "percentage" -> PERCENT.show(value, false);
            case "date" -> moment(value);
            case "time" -> time(value, text);
            case "boolean" -> Shown.truth(XlsxFile.isTrue(value));
            default -> Shown.text(text.isEmpty() ? value : text);
        };
    }

    private static @Nullable String value(XMLStreamReader xml, @Nullable String type) {
        var name = switch (type) {
            case "date" -> "date-value";
            case "time" -> "time-value";
            case "boolean" -> "boolean-value";
            case "string" -> "string-value";
            case null, default -> "value";
        };
        return xml.getAttributeValue(OFFICE, name);
    }

    /** Digits that the format puts in front are part of what the cell is. */
    private static Shown number(String value, String text) {
        if (ZEROS_IN_FRONT.matcher(text).matches() && isSame(value, text)) {
            return new Shown(text, CellKind.TEXT, Note.CODE);
        }
        return NumberFormat.GENERAL.show(value, false);
    }

    private static boolean isSame(String value, String text) {
        try {
            return new BigDecimal(value).compareTo(new BigDecimal(text)) == 0;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private static Shown moment(String value) {
        try {
            var moment = LocalDateTime.parse(value.indexOf('T') < 0 ? value + "T00:00:00" : value);
            return MOMENT.show(Days.of(moment), false);
        } catch (DateTimeException none) {
            return Shown.text(value);
        }
    }

    private static Shown time(String value, String text) {
        var time = TIME.matcher(value);
        if (!time.matches()) {
            return Shown.text(text.isEmpty() ? value : text);
        }
        long seconds = Long.parseLong(time.group(2)) * 3600
                + Long.parseLong(time.group(3)) * 60
                + Long.parseLong(time.group(4));
        var fraction = time.group(5) == null
                ? BigDecimal.ZERO
                : new BigDecimal("0." + time.group(5)).movePointRight(3).setScale(0, RoundingMode.HALF_UP);
        long millis = (seconds * 1000 + fraction.longValue()) * (time.group(1).isEmpty() ? 1 : -1);
        boolean ofDay = millis >= 0 && millis < MILLIS_PER_DAY;
        return (ofDay ? CLOCK : DURATION).show(Days.ofMillis(millis), false);
    }

    /** The paragraphs of the cell, notes left out. */
    private static String text(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 1;
        int note = 0;
        while (depth > 0 && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    note = note == 0 && xml.getLocalName().equals("annotation") ? depth : note;
                    if (note == 0) {
                        blank(xml, text);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    note = note == depth ? 0 : note;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (note == 0 && depth > 1) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    /** Elements that stand for blanks. */
    private static void blank(XMLStreamReader xml, StringBuilder text) {
        switch (xml.getLocalName()) {
            case "p" -> text.append(text.isEmpty() ? "" : "\n");
            case "line-break" -> text.append('\n');
            case "tab" -> text.append('\t');
            case "s" -> {
                var times = xml.getAttributeValue(TEXT, "c");
                text.repeat(' ', times == null || !times.matches("\\d{1,4}") ? 1 : Integer.parseInt(times));
            }
            default -> {}
        }
    }
}
