package nl.datakade.access.relation;

import java.util.Set;
import java.util.stream.Collectors;

/** The function by which a filter on rows speaks of the asker: the list of the slugs of his departments. */
public final class AskerMacro {

    public static final String NAME = "asker_departments";

    private AskerMacro() {}

    static String definition(Set<String> departments) {
        var list = departments.stream().sorted().map(Sql::text).collect(Collectors.joining(", "));
        return "create macro " + NAME + "() as [" + list + "]::varchar[]";
    }
}
