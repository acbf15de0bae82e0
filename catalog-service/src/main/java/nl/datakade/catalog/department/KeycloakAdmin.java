package nl.datakade.catalog.department;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The few addresses of Keycloak's admin API that are needed, relative to the realm. */
@HttpExchange
interface KeycloakAdmin {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Group(
            String id, String name, String path, @Nullable Map<String, List<String>> attributes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record User(
            String id,
            String username,
            @Nullable String firstName,
            @Nullable String lastName,
            boolean enabled,
            @Nullable String serviceAccountClientId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RealmRole(String name) {}

    @GetExchange("/group-by-path/{path}")
    Group groupByPath(@PathVariable String path);

    @GetExchange("/groups/{id}/children?briefRepresentation=false")
    List<Group> children(@PathVariable String id, @RequestParam int first, @RequestParam int max);

    @GetExchange("/users?enabled=true&briefRepresentation=true")
    List<User> users(@RequestParam String search, @RequestParam long first, @RequestParam int max);

    @GetExchange("/users/count?enabled=true")
    long count(@RequestParam String search);

    @GetExchange("/users/{id}")
    User user(@PathVariable String id);

    @GetExchange("/users/{id}/groups?briefRepresentation=true&max=1000")
    List<Group> groupsOf(@PathVariable String id);

    @GetExchange("/users/{id}/role-mappings/realm/composite")
    List<RealmRole> rolesOf(@PathVariable String id);
}
