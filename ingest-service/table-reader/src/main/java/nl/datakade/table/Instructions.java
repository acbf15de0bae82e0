package nl.datakade.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import nl.datakade.table.type.Notation;
import org.jspecify.annotations.Nullable;

/**
 * What a steward laid down about how the files of a dataset are read. It wins over what the bytes suggest; where nothing
 * is said, the bytes decide.
 *
 * @param encoding by its name with IANA
 * @param delimiter one character between cells
 * @param quote one character around cells, or empty when quotes are ordinary characters
 * @param skippedLines lines above the header, or above the first row where there is no header
 * @param headerLines how many lines the header has; 0 for none
 * @param includeHidden whether sheets, columns and rows that a workbook hides are read too; they are left out otherwise
 * @param columns by the name that the reader makes of their heading, or {@code table.column} where a file holds several
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Instructions(
        @Nullable String encoding,
        @Nullable String delimiter,
        @Nullable String quote,
        @Nullable Integer skippedLines,
        @Nullable Integer headerLines,
        @Nullable Boolean includeHidden,
        @Nullable Map<String, Column> columns) {

    private static final int FINGERPRINT_BYTES = 16;

    public static final Instructions NONE = new Instructions(null, null, null, null, null, null, null);

    /** Of what is visible. */
    public Instructions(
            @Nullable String encoding,
            @Nullable String delimiter,
            @Nullable String quote,
            @Nullable Integer skippedLines,
            @Nullable Integer headerLines,
            @Nullable Map<String, Column> columns) {
        this(encoding, delimiter, quote, skippedLines, headerLines, null, columns);
    }

    /**
     * About one column.
     *
     * @param name that it gets in SQL instead of the one made of its heading
     * @param type in SQL; rows whose value is none of it are rejected
     * @param format how its values are written
     * @param missing further values that mean "missing"
     * @param required whether a file without it breaks the contract
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Column(
            @Nullable String name,
            @Nullable String type,
            @Nullable Notation format,
            @Nullable List<String> missing,
            @Nullable Boolean required) {

        static final Column NONE = new Column(null, null, null, null, null);
    }

    /** What is laid down about a column of a table; the table's own word goes first. */
    Column column(String table, String name) {
        if (columns == null) {
            return Column.NONE;
        }
        var own = columns.get(table + "." + name);
        return own == null ? columns.getOrDefault(name, Column.NONE) : own;
    }

    /**
     * A fingerprint of all that decides which values a column gets from given bytes; its name does not. Null where nothing of
     * that was set.
     */
    public @Nullable String fingerprint(String table, String heading) {
        var own = column(table, heading);
        var set = Arrays.asList(
                encoding,
                delimiter,
                quote,
                skippedLines,
                headerLines,
                includeHidden,
                own.type(),
                own.format(),
                own.missing() == null ? null : List.copyOf(new TreeSet<>(own.missing())));
        if (set.stream().allMatch(Objects::isNull)) {
            return null;
        }
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(set.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Nullable
    Character delimiterCharacter() {
        return delimiter == null || delimiter.isEmpty() ? null : (Character) delimiter.charAt(0);
    }

    @Nullable
    Character quoteCharacter() {
        return quote == null ? null : (Character) (quote.isEmpty() ? '\0' : quote.charAt(0));
    }
}
