package nl.datakade.catalog.department;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the city's Keycloak is reached.
 *
 * @param issuer of the realm
 * @param departmentsGroup the group whose children are the departments
 * @param departmentsPoll how often they are looked at
 * @param namesKept how long a person's name is kept in memory
 */
@Validated
@ConfigurationProperties("datakade.directory")
record DirectoryProperties(
        URI issuer,
        @NotBlank String clientId,
        @NotBlank String clientSecret,
        @DefaultValue("departments") String departmentsGroup,
        @DefaultValue("30s") Duration departmentsPoll,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout,
        @DefaultValue("5m") Duration namesKept) {

    String tokenUri() {
        return issuer + "/protocol/openid-connect/token";
    }

    String adminUri() {
        return issuer.toString().replaceFirst("/realms/", "/admin/realms/");
    }
}
