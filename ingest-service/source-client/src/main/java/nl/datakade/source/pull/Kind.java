package nl.datakade.source.pull;

/** How a source offers its data. */
public enum Kind {
    /** A file at an address. */
    HTTP,
    /** The newest object of a bucket under a prefix, or one object. */
    S3,
    /** A file on an SSH server, or the newest one of a folder. */
    SFTP,
    /** A feature type of a Web Feature Service 2.0, page by page. */
    WFS,
    /** The items of a collection of OGC API Features, page by page. */
    OGC_FEATURES,
    /** A resource of CKAN: its datastore page by page, else its file. */
    CKAN,
    /** A layer or table of an ArcGIS FeatureServer, page by page. */
    ARCGIS;

    /** Whether an address may begin with this. */
    public boolean speaks(String scheme) {
        return this == SFTP ? scheme.equals("sftp") : scheme.equals("https") || scheme.equals("http");
    }
}
