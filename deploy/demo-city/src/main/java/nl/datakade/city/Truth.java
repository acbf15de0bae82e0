package nl.datakade.city;

import java.util.List;
import java.util.Map;

/**
 * What is in a file, counted while it was written, so that what the platform makes of it can be checked.
 *
 * @param records records written, the wrong ones included; header, title and footer are none
 * @param rejected records that a careful reader has to put aside, with their line number
 * @param rows records that should arrive in the table
 * @param faults how often each fault was put in
 */
public record Truth(
        String dataset,
        int version,
        String file,
        String mediaType,
        long size,
        String sha256,
        int records,
        int rejected,
        int rows,
        Map<Fault, Integer> faults,
        List<CityColumn> columns) {}
