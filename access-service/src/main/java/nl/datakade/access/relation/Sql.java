package nl.datakade.access.relation;

import java.util.HexFormat;

/** Names and values in the SQL that the service itself writes. */
final class Sql {

    private Sql() {}

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static String blob(byte[] value) {
        return "unhex('" + HexFormat.of().formatHex(value) + "')";
    }
}
