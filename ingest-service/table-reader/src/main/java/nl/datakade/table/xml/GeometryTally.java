package nl.datakade.table.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.datakade.table.geo.ReferenceSystem;
import nl.datakade.table.row.Finding;
import org.jspecify.annotations.Nullable;

/** Counts the geometries of one pass that are not what they were in the file. */
final class GeometryTally {

    private final Map<String, Set<String>> systems = new HashMap<>();
    private long unread;
    private long firstUnread;
    private long arcs;
    private long firstArc;

    /** A geometry of a column gives its reference system, or none. */
    void system(String column, @Nullable String name) {
        systems.computeIfAbsent(column, _ -> new LinkedHashSet<>())
                .add(Objects.requireNonNullElse(ReferenceSystem.code(name), ""));
    }

    /** The reference system of every column whose geometries all give the same. */
    Map<String, String> systems() {
        var single = new HashMap<String, String>();
        systems.forEach((column, codes) -> {
            var code = codes.iterator().next();
            if (codes.size() == 1 && !code.isEmpty()) {
                single.put(column, code);
            }
        });
        return single;
    }

    void unread(long line) {
        firstUnread = unread++ == 0 ? line : firstUnread;
    }

    void arcs(long times, long line) {
        firstArc = arcs == 0 ? line : firstArc;
        arcs += times;
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        systems.forEach((column, codes) -> {
            if (codes.size() > 1) {
                var named = codes.stream()
                        .map(code -> code.isEmpty() ? "none given" : code)
                        .collect(Collectors.joining(", "));
                findings.add(
                        Finding.warning("MIXED_SYSTEMS", null, "geometries are in several reference systems: " + named)
                                .with(named)
                                .of(null, column));
            }
        });
        if (unread > 0) {
            findings.add(Finding.warning(
                            "GEOMETRY_NOT_READ",
                            firstUnread,
                            unread + " geometries are of a kind that is not read, or not well-formed, and left empty")
                    .with(unread));
        }
        if (arcs > 0) {
            findings.add(Finding.info(
                            "ARCS_IN_PIECES",
                            firstArc,
                            arcs + " arcs are drawn as straight pieces, " + Arcs.PIECES + " to a full circle")
                    .with(arcs, Arcs.PIECES));
        }
        return findings;
    }
}
