package nl.datakade.access.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.datakade.contracts.disclosure.LogRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads records as they stand. What was read cannot change, so that no transaction holds long reads together. */
@Component
class LogReader {

    private static final int PAGE = 500;

    private final JdbcClient jdbc;

    LogReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes records one by one; false ends it. */
    @FunctionalInterface
    interface Visitor<E extends Exception> {
        boolean visit(LogRecord record) throws E;
    }

    /** From a number on, up to and including another, in the order of their numbers. */
    <E extends Exception> void forEach(long from, long to, Visitor<E> visitor) throws E {
        long next = from;
        while (next <= to) {
            var page = page(next, to);
            for (var row : page) {
                if (!visitor.visit(row.record())) {
                    return;
                }
            }
            if (page.size() < PAGE) {
                return;
            }
            next = page.getLast().sequence() + 1;
        }
    }

    /** The number of the last record; 0 when there is none. */
    long newest() {
        return jdbc.sql("select coalesce(max(sequence), 0) from disclosure.record")
                .query(Long.class)
                .single();
    }

    /** The hash that the record of this number has; empty when it is not there. */
    Optional<String> hashOf(long sequence) {
        return sequence == 0
                ? Optional.of(LogRecord.FIRST)
                : jdbc.sql("select hash from disclosure.record where sequence = :sequence")
                        .param("sequence", sequence)
                        .query((row, _) -> HexFormat.of().formatHex(row.getBytes(1)))
                        .optional();
    }

    private List<Row> page(long from, long to) {
        return jdbc.sql("""
                        select sequence, document, hash, seal from disclosure.record
                        where sequence between :from and :to order by sequence limit :page""")
                .param("from", from)
                .param("to", to)
                .param("page", PAGE)
                .query((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        long sequence = row.getLong("sequence");
        var document = row.getString("document");
        var hash = HexFormat.of().formatHex(row.getBytes("hash"));
        var seal = HexFormat.of().formatHex(row.getBytes("seal"));
        return new Row(
                sequence,
                LogRecord.parse(document, hash, seal)
                        .filter(record -> record.sequence() == sequence)
                        .orElse(new LogRecord(sequence, "", "", document, hash, seal)));
    }

    /** A document that is none, or of another number, makes a record that no chain takes. */
    private record Row(long sequence, LogRecord record) {}
}
