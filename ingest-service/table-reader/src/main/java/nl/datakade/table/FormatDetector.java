package nl.datakade.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import nl.datakade.table.text.EncodingDetector;

/** Tells what a file is from its bytes; what it is called or declared to be says nothing. */
final class FormatDetector {

    private static final int HEAD = 1 << 13;
    private static final String XML_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet";

    /** Names that are no UTF-8 must not keep an archive from being looked at. */
    private static final Charset ANY_NAMES = Charset.forName("IBM437");

    private static final Pattern TITLE = Pattern.compile("<title[^>]*>\\s*([^<]{0,200})", Pattern.CASE_INSENSITIVE);
    private static final Pattern JSON_START =
            Pattern.compile("\\A\\s*(\\{\\s*(\"|\\}|\\z)|\\[\\s*([\\[{\"\\]]|-?\\d|true|false|null|\\z))");

    /** @param evidence what in the bytes says so */
    record Detected(Format format, String evidence) {}

    private FormatDetector() {}

    static Detected detect(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            return new Detected(Format.EMPTY, "the file has no bytes");
        }
        var magic = new String(head, 0, Math.min(head.length, 16), StandardCharsets.ISO_8859_1);
        if (magic.startsWith("PK\u0003\u0004") || magic.startsWith("PK\u0005\u0006")) {
            return zip(file);
        }
        if (magic.startsWith("\u001f\u008b")) {
            return new Detected(Format.GZIP, "starts with 1F 8B");
        }
        if (magic.startsWith("PAR1")) {
            return new Detected(Format.PARQUET, "starts with PAR1");
        }
        if (magic.startsWith("Obj\u0001")) {
            return new Detected(Format.AVRO, "starts with Obj 01");
        }
        if (magic.startsWith("SQLite format 3")) {
            return new Detected(Format.GEOPACKAGE, "starts with SQLite format 3");
        }
        if (magic.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return new Detected(Format.XLS, "starts with D0 CF 11 E0");
        }
        if (magic.startsWith("%PDF")) {
            return new Detected(Format.PDF, "starts with %PDF");
        }
        if (magic.startsWith("\0\0'\n")) {
            return new Detected(Format.SHAPEFILE, "starts with 00 00 27 0A");
        }
        if (head.length > 262 && new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
            return new Detected(Format.TAR, "has ustar at byte 257");
        }
        if (isImage(magic)) {
            return new Detected(Format.IMAGE, "starts as an image does");
        }
        return text(head);
    }

    private static boolean isImage(String magic) {
        return magic.startsWith("\u0089PNG")
                || magic.startsWith("\u00ff\u00d8\u00ff")
                || magic.startsWith("GIF8")
                || magic.startsWith("II*\0")
                || magic.startsWith("MM\0*")
                || (magic.startsWith("RIFF") && magic.startsWith("WEBP", 8));
    }

    private static Detected text(byte[] head) {
        if (isBinary(head)) {
            return new Detected(Format.BINARY, "holds control characters that no text has");
        }
        var text = EncodingDetector.start(head).stripLeading();
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html")
                || lower.startsWith("<html")
                || (lower.startsWith("<") && lower.contains("<html"))) {
            var title = TITLE.matcher(text);
            return new Detected(
                    Format.HTML,
                    title.find() ? "titled \u201c" + title.group(1).strip() + "\u201d" : "without a title");
        }
        if (lower.startsWith("<?xml") || lower.matches("(?s)\\A<[a-z_][\\w:.-]*[\\s>/].*")) {
            if (text.contains(XML_SPREADSHEET)) {
                return new Detected(Format.XML_WORKBOOK, "XML of " + XML_SPREADSHEET);
            }
            return new Detected(
                    Format.XML,
                    "starts with " + text.lines().findFirst().orElse("<").substring(0, 1));
        }
        if (JSON_START.matcher(text).find()) {
            if (lower.contains("\"featurecollection\"")
                    || (lower.contains("\"feature\"") && lower.contains("\"geometry\""))) {
                return new Detected(Format.GEOJSON, "a JSON object of type Feature or FeatureCollection");
            }
            boolean lines = text.startsWith("{") && areObjects(text);
            return lines
                    ? new Detected(Format.NDJSON, "every line starts an object")
                    : new Detected(Format.JSON, "starts an object or array");
        }
        return new Detected(Format.CSV, "text without a mark of another format");
    }

    /** Two lines and more, most of them an object each; the last may be cut off here. */
    private static boolean areObjects(String text) {
        var lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        long whole = lines.stream()
                .filter(line -> line.startsWith("{") && line.endsWith("}"))
                .count();
        long starts = lines.stream().filter(line -> line.startsWith("{")).count();
        return lines.size() > 1 && starts > 1 && (whole * 2 >= lines.size() || (whole > 0 && lines.size() == 2));
    }

    private static boolean isBinary(byte[] head) {
        int controls = 0;
        int zeros = 0;
        for (byte b : head) {
            zeros += b == 0 ? 1 : 0;
            controls += b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1A ? 1 : 0;
        }
        return controls * 50 > head.length || (zeros > 0 && controls > 0 && zeros * 3 < head.length);
    }

    private static Detected zip(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile(), ANY_NAMES)) {
            var names = zip.stream()
                    .map(entry -> entry.getName()
                            .replace('\\', '/')
                            .replaceFirst("^/", "")
                            .toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            boolean office = names.contains("[content_types].xml");
            if (names.contains("xl/workbook.bin")) {
                return new Detected(Format.XLSB, "a zip archive with xl/workbook.bin");
            }
            if (names.contains("xl/workbook.xml")
                    || (office && names.stream().anyMatch(name -> name.matches("([^/]+/)?workbook[0-9]*\\.xml")))) {
                return new Detected(Format.XLSX, "a zip archive with a workbook");
            }
            if (names.contains("word/document.xml") || names.contains("ppt/presentation.xml")) {
                return new Detected(Format.DOCUMENT, "a zip archive with an office document");
            }
            var mimeType = zip.getEntry("mimetype");
            if (mimeType != null && mimeType.getSize() < 200) {
                try (var in = zip.getInputStream(mimeType)) {
                    var type = new String(in.readNBytes(200), StandardCharsets.US_ASCII);
                    if (type.contains("opendocument.spreadsheet")) {
                        return new Detected(Format.ODS, "a zip archive of media type " + type.strip());
                    }
                }
            }
            return new Detected(Format.ZIP, "starts with PK 03 04");
        } catch (IOException | IllegalArgumentException damaged) {
            return new Detected(Format.ZIP, "starts as a zip archive, but is damaged or cut off");
        }
    }
}
