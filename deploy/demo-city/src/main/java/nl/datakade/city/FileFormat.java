package nl.datakade.city;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A way in which a department's system writes its files. */
interface FileFormat {
    String mediaType();

    RowWriter open(Path file, List<CityColumn> columns) throws IOException;
}
