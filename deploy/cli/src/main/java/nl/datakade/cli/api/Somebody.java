package nl.datakade.cli.api;

/** Who calls: a person by user name, or a department's own system. */
public sealed interface Somebody {
    record User(String name) implements Somebody {}

    record Department(String slug) implements Somebody {
        String clientId() {
            return "department-" + slug;
        }
    }

    /** Whoever the token says, obtained elsewhere. */
    record Bearer(String token) implements Somebody {}

    /** As it is written on the command line: {@code steward}, {@code department-mobiliteit}. */
    static Somebody named(String name) {
        return name.startsWith("department-") ? new Department(name.substring("department-".length())) : new User(name);
    }

    default String label() {
        return switch (this) {
            case User(String name) -> name;
            case Department department -> department.clientId();
            case Bearer _ -> "you";
        };
    }
}
