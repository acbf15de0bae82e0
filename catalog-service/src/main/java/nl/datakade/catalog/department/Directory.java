package nl.datakade.catalog.department;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Departments and people, asked of Keycloak at the moment they are needed. */
@Component
class Directory {

    private static final int AT_ONCE = 200;

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

    Paged<Person> search(String text, Page page) {
        return asked(() -> Paged.of(
                keycloak.users(text, page.offset(), page.pageSize()).stream()
                        .map(user -> person(user, rolesOf(user)))
                        .toList(),
                page,
                keycloak.count(text)));
    }

    /** By Keycloak subject; a client's service account is no person. */
    Optional<Person> find(String id) {
        return asked(() -> {
            try {
                return Optional.of(keycloak.user(id))
                        .filter(user -> user.serviceAccountClientId() == null)
                        .map(user -> person(user, Set.of()));
            } catch (HttpClientErrorException.NotFound | HttpClientErrorException.BadRequest unknown) {
                return Optional.empty();
            }
        });
    }

    private Person person(KeycloakAdmin.User user, Set<String> roles) {
        var prefix = "/" + departments + "/";
        var memberships = keycloak.groupsOf(user.id()).stream()
                .map(KeycloakAdmin.Group::path)
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .collect(Collectors.toUnmodifiableSet());
        return new Person(user.id(), user.username(), name(user), user.enabled(), roles, memberships);
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
