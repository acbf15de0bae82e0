package nl.datakade.portal.query;

/** A dataset with one table answers in SQL to its own name, with underscores. */
final class SqlName {

    private SqlName() {}

    static String of(String dataset) {
        return dataset.replace('-', '_').replaceAll("[^A-Za-z0-9_]", "");
    }
}
