package nl.datakade.table;

/** What a file is, by its bytes. */
enum Format {
    CSV("delimited text"),
    JSON("JSON"),
    NDJSON("JSON, one object per line"),
    GEOJSON("GeoJSON"),
    XML("XML"),
    HTML("an HTML page"),
    XLSX("an Excel workbook"),
    XLS("an Excel workbook of before 2007"),
    XML_WORKBOOK("an Excel workbook as XML, of 2003"),
    XLSB("a binary Excel workbook (.xlsb)"),
    ODS("an OpenDocument spreadsheet"),
    PARQUET("Parquet"),
    AVRO("Avro"),
    GEOPACKAGE("a GeoPackage or SQLite database"),
    ZIP("a zip archive"),
    GZIP("a gzip file"),
    TAR("a tar archive"),
    SHAPEFILE("a Shapefile"),
    PDF("a PDF document"),
    IMAGE("an image"),
    DOCUMENT("a text document"),
    EMPTY("empty"),
    BINARY("binary data");

    private final String words;

    Format(String words) {
        this.words = words;
    }

    /** Holds no table by its nature, so that landing without one is no failure. */
    boolean isNonTabular() {
        return this == PDF || this == IMAGE || this == DOCUMENT;
    }

    String words() {
        return words;
    }
}
