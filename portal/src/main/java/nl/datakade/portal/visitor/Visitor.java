package nl.datakade.portal.visitor;

import java.util.Locale;

/**
 * A person at work on a page; take it as a parameter of a controller's method. Services are called with this person's
 * own token, which never leaves the server.
 */
public record Visitor(Person person, Locale language, String token) {

    @Override
    public String toString() {
        return person.subject();
    }
}
