package nl.datakade.table.parquet;

import org.duckdb.DuckDBColumnType;

/** How values cross from Java to the engine; SQL makes dates, decimals and structures of them there. */
public enum Physical {
    TEXT(DuckDBColumnType.VARCHAR),
    LONG(DuckDBColumnType.BIGINT),
    DOUBLE(DuckDBColumnType.DOUBLE),
    BOOLEAN(DuckDBColumnType.BOOLEAN);

    private final DuckDBColumnType type;

    Physical(DuckDBColumnType type) {
        this.type = type;
    }

    DuckDBColumnType type() {
        return type;
    }
}
