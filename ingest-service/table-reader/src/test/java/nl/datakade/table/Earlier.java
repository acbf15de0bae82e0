package nl.datakade.table;

import java.util.LinkedHashMap;

/** What a reading in a test leaves for the next one. */
final class Earlier {

    private Earlier() {}

    static Known known(Reading reading) {
        var ids = new LinkedHashMap<String, Integer>();
        var table = reading.tables().getFirst();
        table.columns().forEach(column -> ids.put(column.name(), column.id()));
        return Known.of(reading, table.name(), ids);
    }
}
