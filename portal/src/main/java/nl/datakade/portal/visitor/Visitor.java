package nl.datakade.portal.visitor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person at work on a page; take it as a parameter of a controller's method. Services are called with this person's
 * own token, which never leaves the server.
 */
public record Visitor(Person person, Locale language, String token) {

    /** Whoever the page of this request is for; null where no controller asked for one. */
    public static @Nullable Visitor of(HttpServletRequest request) {
        return request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor ? visitor : null;
    }

    @Override
    public String toString() {
        return person.subject();
    }
}
