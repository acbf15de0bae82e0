package nl.datakade.portal.visitor;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Who has signed in, as Keycloak vouches for it.
 *
 * @param subject stays when a name changes
 * @param departments slugs
 */
public record Person(String subject, String username, String name, Set<String> roles, Set<String> departments) {

    private static final String DEPARTMENTS = "/departments/";

    /** The person behind an authentication, or null when nobody has signed in. */
    public static @Nullable Person of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof OidcUser user
                ? of(authentication.getName(), user)
                : null;
    }

    private static Person of(String subject, OidcUser user) {
        var username = text(user.getPreferredUsername(), subject);
        var departments = strings(user, "groups").stream()
                .filter(group -> group.startsWith(DEPARTMENTS))
                .map(group -> group.substring(DEPARTMENTS.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Person(
                subject,
                username,
                text(user.getFullName(), username),
                new TreeSet<>(strings(user, "roles")),
                departments);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** May this person see who saw what? */
    public boolean supervises() {
        return is("privacy") || is("fg");
    }

    /** Do requests for access of others come to this person? */
    public boolean decides() {
        return is("grantor") || is("privacy") || is("owner");
    }

    /** Does the work list of versions held back, failed or sent back concern this person? */
    public boolean tends() {
        return is("steward") || is("owner") || is("admin") || is("department");
    }

    /** One or two letters to stand for the person. */
    public String initials() {
        return name.codePoints().limit(1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    static List<String> strings(OidcUser user, String claim) {
        var values = user.getClaimAsStringList(claim);
        return values == null ? List.of() : values;
    }

    private static String text(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }
}
