package nl.datakade.catalog.department;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Departments and people, as Keycloak has them at this moment. */
@Component
class Directory {

    private static final int AT_ONCE = 200;

    /** Of an account of Keycloak's own, or of one behind it; anything else could be another of its addresses. */
    private static final Pattern SUBJECT = Pattern.compile("[0-9a-fA-F-]{36}|f:[^/?#]{1,250}");

    private final KeycloakAdmin keycloak;
    private final String departments;

    Directory(KeycloakAdmin keycloak, DirectoryProperties properties) {
        this.keycloak = keycloak;
        this.departments = properties.departmentsGroup();
    }

    List<Department> departments() {
        return asked(() -> {
            var parent = keycloak.groupByPath(departments).id();
            return Stream.iterate(0, first -> first + AT_ONCE)
                    .map(first -> keycloak.children(parent, first, AT_ONCE))
                    .takeWhile(children -> !children.isEmpty())
                    .flatMap(List::stream)
                    .map(Directory::department)
                    .toList();
        });
    }

    Paged<FoundPerson> search(String text, Page page) {
        return asked(() -> Paged.of(
                keycloak.users(text, page.offset(), page.pageSize()).stream()
                        .map(user -> new FoundPerson(
                                user.id(), user.username(), name(user), rolesOf(user), departmentsOf(user)))
                        .toList(),
                page,
                keycloak.count(text)));
    }

    /** By Keycloak subject; a client's service account is no person. */
    Optional<Person> find(String id) {
        if (!SUBJECT.matcher(id).matches()) {
            return Optional.empty();
        }
        return asked(() -> {
            try {
                return Optional.of(keycloak.user(id))
                        .filter(user -> user.serviceAccountClientId() == null)
                        .map(user ->
                                new Person(user.id(), name(user), user.enabled(), rolesOf(user), departmentsOf(user)));
            } catch (HttpClientErrorException.NotFound | HttpClientErrorException.BadRequest unknown) {
                return Optional.empty();
            }
        });
    }

    private Set<String> departmentsOf(KeycloakAdmin.User user) {
        var prefix = "/" + departments + "/";
        return keycloak.groupsOf(user.id()).stream()
                .map(KeycloakAdmin.Group::path)
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> rolesOf(KeycloakAdmin.User user) {
        return keycloak.rolesOf(user.id()).stream()
                .map(KeycloakAdmin.RealmRole::name)
                .filter(role -> !role.startsWith("default-roles-"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String name(KeycloakAdmin.User user) {
        var name = Stream.of(user.firstName(), user.lastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? user.username() : name;
    }

    private static Department department(KeycloakAdmin.Group group) {
        var titles = group.attributes() == null
                ? List.<String>of()
                : group.attributes().getOrDefault("title", List.of());
        return new Department(group.name(), titles.isEmpty() ? group.name() : titles.getFirst(), true);
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (RestClientException | OAuth2AuthorizationException away) {
            throw new DirectoryUnavailable(away);
        }
    }
}
