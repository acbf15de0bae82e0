package nl.datakade.access.relation;

import java.util.Set;
import java.util.stream.Collectors;
import nl.datakade.access.statement.Statements;

/** The function by which a filter speaks of the asker, as the engine that builds snapshots knows it. */
final class AskerMacro {

    static final String NAME = Statements.ASKER_DEPARTMENTS;

    private AskerMacro() {}

    static String definition(Set<String> departments) {
        var list = departments.stream().sorted().map(Sql::text).collect(Collectors.joining(", "));
        return "create macro " + NAME + "() as [" + list + "]::varchar[]";
    }
}
