package nl.datakade.quality.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table.
 *
 * @param duplicateRows rows that are equal to an earlier one in every column
 * @param keys columns, or pairs of columns, that distinguish every row
 * @param aboutPeople whether a column points at people; then no single value is shown anywhere in the table
 * @param coordinates how far RD and WGS84 coordinates of the same row agree; null when there are not both
 */
public record TableProfile(
        String name,
        long rows,
        long duplicateRows,
        List<List<String>> keys,
        boolean aboutPeople,
        @Nullable CoordinateAgreement coordinates,
        List<ColumnProfile> columns) {

    /** Rows compared, and how many of them point at the same place twice, within ten metres. */
    public record CoordinateAgreement(long compared, long agreeing) {}
}
