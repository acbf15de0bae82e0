package nl.datakade.quality.semantic;

/** The families of SQL types that are measured alike. */
public enum ValueKind {
    TEXT,
    INTEGER,
    DECIMAL,
    DATE,
    TIMESTAMP,
    TIME,
    BOOLEAN,
    OTHER;

    /** The family of a type, as DuckDB writes it; nested values, UUIDs and enumerations are looked at as text. */
    public static ValueKind of(String type) {
        var end = type.indexOf('(');
        return switch (end < 0 ? type : type.substring(0, end)) {
            case "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "HUGEINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "UBIGINT",
                    "UHUGEINT" -> INTEGER;
            case "DECIMAL", "FLOAT", "DOUBLE" -> type.endsWith("]") ? TEXT : DECIMAL;
            case "DATE" -> DATE;
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE" -> TIMESTAMP;
            case "TIME", "TIME WITH TIME ZONE" -> TIME;
            case "BOOLEAN" -> BOOLEAN;
            case "BLOB", "BIT", "GEOMETRY", "INTERVAL" -> OTHER;
            default -> TEXT;
        };
    }

    public boolean isNumber() {
        return this == INTEGER || this == DECIMAL;
    }

    public boolean isMoment() {
        return this == DATE || this == TIMESTAMP;
    }
}
