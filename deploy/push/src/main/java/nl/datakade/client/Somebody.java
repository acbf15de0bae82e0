package nl.datakade.client;

/** Who calls: a person by user name, or a department's own system. */
public sealed interface Somebody {
    record User(String name) implements Somebody {}

    record Department(String slug) implements Somebody {
        String clientId() {
            return "department-" + slug;
        }
    }

    /** A client of the identity provider with its own secret, such as a supplier's system. */
    record Account(String clientId, String secret) implements Somebody {
        @Override
        public String toString() {
            return clientId;
        }
    }

    /** Whoever the token says, obtained elsewhere. */
    record Bearer(String token) implements Somebody {}

    /** Nobody in particular, for what everybody may see. */
    record Anybody() implements Somebody {}

    /** As it is written on the command line: {@code steward}, {@code department-mobiliteit}. */
    static Somebody named(String name) {
        return name.startsWith("department-") ? new Department(name.substring("department-".length())) : new User(name);
    }

    default String label() {
        return switch (this) {
            case User(String name) -> name;
            case Department department -> department.clientId();
            case Account account -> account.clientId();
            case Bearer _ -> "you";
            case Anybody _ -> "anybody";
        };
    }
}
