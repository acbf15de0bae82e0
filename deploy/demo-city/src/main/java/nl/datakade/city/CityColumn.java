package nl.datakade.city;

/** A column as the department labels it, with what its values really are. */
public record CityColumn(String label, Type type) {

    /** What a reader should make of the column. */
    public enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        DATE,
        TIMESTAMP,
        BOOLEAN,
        GEOMETRY
    }

    static CityColumn text(String label) {
        return new CityColumn(label, Type.TEXT);
    }

    static CityColumn integer(String label) {
        return new CityColumn(label, Type.INTEGER);
    }

    static CityColumn decimal(String label) {
        return new CityColumn(label, Type.DECIMAL);
    }

    static CityColumn date(String label) {
        return new CityColumn(label, Type.DATE);
    }

    static CityColumn timestamp(String label) {
        return new CityColumn(label, Type.TIMESTAMP);
    }

    static CityColumn bool(String label) {
        return new CityColumn(label, Type.BOOLEAN);
    }

    static CityColumn geometry(String label) {
        return new CityColumn(label, Type.GEOMETRY);
    }
}
