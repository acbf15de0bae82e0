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
 * @param peoplePoll how often it is looked whether people are due
 * @param peopleRefreshed after how long a person is looked at again
 * @param peopleOldest how old what decides about a person may be; Keycloak is asked when it is older
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
        @DefaultValue("10s") Duration peoplePoll,
        @DefaultValue("2m") Duration peopleRefreshed,
        @DefaultValue("10m") Duration peopleOldest) {

    String tokenUri() {
        return issuer + "/protocol/openid-connect/token";
    }

    String adminUri() {
        return issuer.toString().replaceFirst("/realms/", "/admin/realms/");
    }
}
