package nl.datakade.access.relation;

import java.io.InputStream;

/** Where the Parquet objects of tables are read from. */
@FunctionalInterface
public interface RawObjects {

    InputStream open(String key);
}
