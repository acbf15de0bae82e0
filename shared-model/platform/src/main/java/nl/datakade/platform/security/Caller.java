package nl.datakade.platform.security;

import java.util.Set;
import java.util.stream.Collectors;
import nl.datakade.contracts.catalog.Visibility;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who sent the request, as Keycloak vouches for it; take it as a parameter of a controller's method.
 *
 * @param subject of a person or of a client's service account; never a name
 * @param client the client that the token was issued to
 * @param roles realm roles
 * @param departments slugs
 */
public record Caller(String subject, @Nullable String client, Set<String> roles, Set<String> departments) {

    private static final String DEPARTMENTS = "/departments/";

    static Caller of(Jwt token) {
        var subject = token.getSubject();
        if (subject == null) {
            throw new IllegalArgumentException("a token without a subject passed validation");
        }
        return new Caller(subject, token.getClaimAsString("azp"), strings(token, "roles"), departments(token));
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    public boolean worksFor(String department) {
        return departments.contains(department);
    }

    /** What this caller may know of a dataset; see {@link Visibility}. */
    public Visibility visibilityOf(Visibility.Dataset dataset) {
        return Visibility.of(viewer(), dataset);
    }

    /** Whether every dataset is visible to this caller. */
    public boolean seesEveryDataset() {
        return Visibility.seesAll(viewer());
    }

    Visibility.Viewer viewer() {
        return new Visibility.Viewer(subject, roles, departments);
    }

    private static Set<String> departments(Jwt token) {
        return strings(token, "groups").stream()
                .filter(group -> group.startsWith(DEPARTMENTS))
                .map(group -> group.substring(DEPARTMENTS.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> strings(Jwt token, String claim) {
        var values = token.getClaimAsStringList(claim);
        return values == null ? Set.of() : Set.copyOf(values);
    }
}
