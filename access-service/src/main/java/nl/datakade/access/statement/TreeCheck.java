package nl.datakade.access.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.datakade.access.statement.Refusal.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Goes through the parse tree of one statement. */
final class TreeCheck {

    /** Names of the engine's own catalogue; a statement may not even call something of its own so. */
    private static final Pattern RESERVED =
            Pattern.compile("(duckdb_|pg_|pragma_|sqlite_|information_schema).*|system|temp|memory|main");

    private static final int MOST_FORMS = 100_000;
    private static final int MOST_TABLES = 200;

    private final String sql;
    /** By schema and name, for a place in the statement is looked for once. */
    private final Map<String, TableReference> tables = new LinkedHashMap<>();

    private final Set<String> columns = new HashSet<>();
    private final Set<String> rows = new HashSet<>();
    private final Set<String> aliases = new HashSet<>();
    private boolean allColumns;
    private boolean filter;
    private int forms;

    /** The common table expressions that are known at a place; one query's own, within those around it. */
    private record Scope(@Nullable Scope outer, Set<String> names) {

        boolean knows(String name) {
            for (var scope = this; scope != null; scope = scope.outer()) {
                if (scope.names().contains(name)) {
                    return true;
                }
            }
            return false;
        }
    }

    TreeCheck(String sql) {
        this.sql = sql;
    }

    Reading.Acceptable check(JsonNode statement) throws Refused {
        if (!isEmpty(statement.path("named_param_map"))) {
            throw refused(Reason.PARAMETER, null, statement);
        }
        walk(statement, "statement", new Scope(null, Set.of()));
        boolean wholeRows = tables.values().stream().anyMatch(table -> columns.contains(table.name()))
                || aliases.stream().anyMatch(rows::contains);
        return new Reading.Acceptable(
                List.copyOf(tables.values()), new ColumnUse(Set.copyOf(columns), allColumns || wholeRows));
    }

    /** A select of one table with a condition: nothing may have been smuggled in beside it. */
    Reading.Acceptable checkFilter(JsonNode statement) throws Refused {
        filter = true;
        var query = statement.path("node");
        boolean plain = query.path("type").asString().equals("SELECT_NODE")
                && query.path("from_table").path("type").asString().equals("BASE_TABLE")
                && query.path("select_list").size() == 1
                && query.path("select_list").get(0).path("class").asString().equals("CONSTANT")
                && List.of("modifiers", "group_expressions", "group_sets", "having", "sample", "qualify").stream()
                        .allMatch(part -> isEmpty(query.path(part)));
        if (!plain) {
            throw refused(Reason.FILTER, null, query);
        }
        return check(statement);
    }

    private void walk(JsonNode node, String place, Scope common) throws Refused {
        if (node.isArray()) {
            for (var element : node) {
                walk(element, place, common);
            }
        } else if (node.isObject()) {
            form(node, place, common);
        }
    }

    private void form(JsonNode node, String place, Scope common) throws Refused {
        if (++forms > MOST_FORMS) {
            throw refused(Reason.TOO_LARGE, null, node);
        }
        var form = nameOf(node, place);
        var parts = Forms.PARTS.get(form);
        if (parts == null) {
            throw refused(Reason.FORM, form, node);
        }
        if (filter && Set.of("SUBQUERY", "WINDOW").contains(form)) {
            throw refused(Reason.FILTER, form, node);
        }
        meaning(form, node, common);
        if (!node.has("class") && node.has("alias")) {
            alias(form, node);
        }
        for (var part : node.properties()) {
            if (!parts.contains(part.getKey()) && !isEmpty(part.getValue())) {
                throw refused(Reason.FORM, form + " with " + part.getKey(), node);
            }
        }
        if (node.has("cte_map")) {
            query(node, common);
        } else {
            children(node, common);
        }
    }

    private void children(JsonNode node, Scope common) throws Refused {
        for (var part : node.properties()) {
            walk(part.getValue(), part.getKey(), common);
        }
    }

    /** A query with its common table expressions, each of which knows those before it, and itself when recursive. */
    private void query(JsonNode node, Scope outer) throws Refused {
        var known = new HashSet<String>();
        var scope = new Scope(outer, known);
        for (var entry : node.path("cte_map").path("map")) {
            var name = SqlNames.fold(entry.path("key").asString());
            if (reserved(name)) {
                throw refused(Reason.RESERVED_NAME, name, node);
            }
            walk(entry, "map", scope);
            known.add(name);
            aliases.add(name);
        }
        var own = SqlNames.fold(node.path("cte_name").asString(""));
        for (var part : node.properties()) {
            if (part.getKey().equals("cte_map")) {
                continue;
            }
            boolean itself = part.getKey().equals("right") && node.has("cte_name");
            walk(part.getValue(), part.getKey(), itself ? new Scope(scope, Set.of(own)) : scope);
        }
    }

    private void meaning(String form, JsonNode node, Scope common) throws Refused {
        switch (form) {
            case "BASE_TABLE" -> table(node, common);
            case "TABLE_FUNCTION" -> function(node.path("function"), Forms.TABLE_FUNCTIONS, Reason.TABLE_FUNCTION);
            case "FUNCTION" -> function(node, Forms.FUNCTIONS, Reason.FUNCTION);
            case "WINDOW" -> function(node, Forms.FUNCTIONS, Reason.FUNCTION);
            case "COLUMN_REF" -> column(node.path("column_names"));
            case "JOIN" -> join(node);
            case "STAR", "POSITIONAL_REFERENCE", "PIVOT" -> allColumns = true;
            default -> {}
        }
    }

    /** What a reference ends in is a column, or the alias of a table, which stands for its whole row. */
    private void column(JsonNode names) {
        names.forEach(name -> columns.add(SqlNames.fold(name.asString())));
        rows.add(SqlNames.fold(names.path(names.size() - 1).asString()));
    }

    /** A table may be called otherwise, and so may its columns, which then are read by names that it does not have. */
    private void alias(String form, JsonNode source) {
        if (!isEmpty(source.path("alias"))) {
            aliases.add(SqlNames.fold(source.path("alias").asString()));
        }
        // a function in FROM has no columns of a table but those that its arguments name
        allColumns |= !form.equals("TABLE_FUNCTION")
                && !source.path("column_name_alias").isEmpty();
    }

    private void join(JsonNode node) {
        node.path("using_columns").forEach(name -> columns.add(SqlNames.fold(name.asString())));
        allColumns |= node.path("ref_type").asString().equals("NATURAL");
    }

    private void table(JsonNode node, Scope common) throws Refused {
        var path = path(node);
        if (path.isEmpty() || path.size() > 2) {
            throw refused(Reason.TABLE_NAME, String.join(".", path), node);
        }
        var schema = path.size() == 2 ? path.getFirst() : null;
        if (schema != null || !common.knows(path.getFirst())) {
            var key = schema + "\0" + path.getLast();
            if (!tables.containsKey(key)) {
                tables.put(key, new TableReference(schema, path.getLast(), position(node)));
            }
            if (tables.size() > MOST_TABLES) {
                throw refused(Reason.TOO_LARGE, null, node);
            }
        }
    }

    /** Functions are the engine's own, by their bare name. */
    private void function(JsonNode node, Set<String> allowed, Reason reason) throws Refused {
        var path = path(node);
        if (path.size() != 1) {
            throw refused(Reason.QUALIFIED_FUNCTION, String.join(".", path), node);
        }
        if (filter && path.getFirst().equals(Statements.ASKER_DEPARTMENTS)) {
            return;
        }
        // the function of a table in FROM is gone through twice: as such, and as an expression
        if (!allowed.contains(path.getFirst()) && !(reason == Reason.FUNCTION && isTableFunction(path.getFirst()))) {
            throw refused(reason, path.getFirst(), node);
        }
    }

    private static boolean isTableFunction(String name) {
        return Forms.TABLE_FUNCTIONS.contains(name);
    }

    private static String nameOf(JsonNode node, String place) {
        if (node.has("class")) {
            return node.path("class").asString();
        }
        return node.path("type").isString() ? node.path("type").asString() : "in:" + place;
    }

    private static List<String> path(JsonNode node) {
        var path = new ArrayList<String>();
        node.path("qualified_name").path("path").forEach(step -> path.add(SqlNames.fold(step.asString())));
        return path;
    }

    private static boolean reserved(String name) {
        return RESERVED.matcher(name).matches();
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || (value.isContainer() && value.isEmpty())
                || (value.isString() && value.asString().isEmpty())
                || (value.isBoolean() && !value.asBoolean());
    }

    private @Nullable Position position(JsonNode node) {
        var offset = node.path("query_location");
        return offset.canConvertToInt() ? Position.ofByte(sql, offset.asInt()) : null;
    }

    private Refused refused(Reason reason, @Nullable String subject, JsonNode node) {
        return new Refused(new Refusal(reason, subject, position(node)));
    }

    /** Ends the walk at the first thing that is refused. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.reason().name(), null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }
}
