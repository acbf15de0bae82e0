package nl.datakade.table.xml;

import java.util.ArrayList;
import java.util.List;
import nl.datakade.table.row.Finding;

/** Counts the geometries of one pass that are not what they were in the file. */
final class GeometryTally {

    private long unread;
    private long firstUnread;
    private long arcs;
    private long firstArc;

    void unread(long line) {
        firstUnread = unread++ == 0 ? line : firstUnread;
    }

    void arcs(long times, long line) {
        firstArc = arcs == 0 ? line : firstArc;
        arcs += times;
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
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
