package nl.datakade.ingest.contract;

import java.util.Map;
import nl.datakade.table.Instructions;

/**
 * How the files of a dataset are to be read.
 *
 * @param revision 0 as long as nobody laid down anything
 * @param rejectLimit share of rows that may be rejected
 * @param descriptions of columns, per table
 */
public record ReadingContract(
        int revision, Instructions instructions, double rejectLimit, Map<String, Map<String, String>> descriptions) {}
