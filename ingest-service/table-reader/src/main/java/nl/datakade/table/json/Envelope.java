package nl.datakade.table.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Where in a document its rows are, and what the document says of its columns. Interfaces wrap their rows: CKAN in
 * {@code result.records}, Socrata in {@code data}, ArcGIS in {@code features}, OData in {@code value}; most list their fields
 * beside them.
 *
 * @param path members that lead to the rows; empty when the document is them
 * @param fields the columns by the document's own list; empty when it has none
 * @param others the other lists in the document, which are not read, each with how many elements it has
 */
record Envelope(List<String> path, List<Field> fields, List<String> others) {

    /** Under which ArcGIS keeps the values of a feature. */
    static final String ATTRIBUTES = "attributes";

    private static final int MAX_DEPTH = 4;
    private static final int MAX_FIELDS = 20_000;

    /** So many other lists are named; a document may have any number. */
    private static final int MAX_OTHERS = 50;

    private static final Set<String> FIELD_LISTS = Set.of("fields", "columns");
    private static final Set<String> ROW_LISTS =
            Set.of("records", "features", "data", "value", "rows", "results", "items");
    private static final Set<String> TEXT_TYPES =
            Set.of("text", "string", "varchar", "character varying", "esrifieldtypestring", "edm.string");

    /**
     * One column by the document's own list.
     *
     * @param isText its values are text, whatever they look like
     * @param isMoment its numbers are milliseconds since 1970
     */
    record Field(String name, boolean isText, boolean isMoment) {}

    private record Candidate(
            List<String> path, long size, @Nullable JsonToken first) {

        String name() {
            return path.getLast();
        }

        boolean holds(JsonToken token) {
            return first == token;
        }
    }

    /** The longer list, or the one that is called as rows are. */
    private static final Comparator<Candidate> LIKELIER =
            Comparator.comparingLong(Candidate::size).thenComparing(list -> ROW_LISTS.contains(list.name()));

    /** Reads the document that starts with this object to its end. */
    static Envelope of(JsonParser parser) {
        var lists = new ArrayList<Candidate>();
        var fields = new ArrayList<Field>();
        collect(parser, new ArrayList<>(), lists, fields);
        var rows = lists.stream()
                .filter(list -> isRows(list, !fields.isEmpty()))
                .reduce((best, next) -> LIKELIER.compare(next, best) > 0 ? next : best); // of equals the first
        var others = lists.stream()
                .filter(list -> list.holds(JsonToken.START_OBJECT))
                .filter(list -> rows.isPresent() && !list.equals(rows.get()))
                .filter(list -> fields.isEmpty() || !FIELD_LISTS.contains(list.name()))
                .limit(MAX_OTHERS)
                .map(list -> String.join(".", list.path()) + " (" + list.size() + ")")
                .toList();
        return new Envelope(rows.map(Candidate::path).orElse(List.of()), rows.isPresent() ? fields : List.of(), others);
    }

    private static boolean isRows(Candidate list, boolean hasFields) {
        if (hasFields && FIELD_LISTS.contains(list.name())) {
            return false;
        }
        return list.holds(JsonToken.START_OBJECT)
                || (hasFields && list.holds(JsonToken.START_ARRAY))
                || (hasFields && list.size() == 0 && ROW_LISTS.contains(list.name()));
    }

    private static void collect(JsonParser parser, List<String> path, List<Candidate> lists, List<Field> fields) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            path.add(name);
            if (token == JsonToken.START_ARRAY) {
                lists.add(list(parser, List.copyOf(path), fields));
            } else if (token == JsonToken.START_OBJECT && path.size() <= MAX_DEPTH) {
                collect(parser, path, lists, fields);
            } else {
                parser.skipChildren();
            }
            path.removeLast();
        }
    }

    private static Candidate list(JsonParser parser, List<String> path, List<Field> fields) {
        boolean ofFields = FIELD_LISTS.contains(path.getLast()) && fields.isEmpty();
        var found = new ArrayList<Field>();
        long size = 0;
        JsonToken first = null;
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            first = size++ == 0 ? token : first;
            if (ofFields && token == JsonToken.START_OBJECT && size <= MAX_FIELDS) {
                var field = field(JsonRecord.MAPPER.readTree(parser));
                ofFields = field != null;
                found.addAll(field == null ? List.of() : List.of(field));
            } else {
                ofFields = false;
                parser.skipChildren();
            }
        }
        if (ofFields) {
            fields.addAll(found);
        }
        return new Candidate(path, size, first);
    }

    /** A name and a type make a field: CKAN has {@code id} and {@code type}, Socrata {@code name} and {@code dataTypeName}. */
    private static @Nullable Field field(JsonNode node) {
        var name = first(node, "id", "name", "fieldName");
        var type = first(node, "type", "dataTypeName", "info");
        if (name == null || (type == null && !node.has("type"))) {
            return null;
        }
        var kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return new Field(name, TEXT_TYPES.contains(kind), kind.equals("esrifieldtypedate"));
    }

    private static @Nullable String first(JsonNode node, String... members) {
        for (var member : members) {
            if (node.path(member).isString()) {
                return node.path(member).stringValue();
            }
        }
        return null;
    }
}
