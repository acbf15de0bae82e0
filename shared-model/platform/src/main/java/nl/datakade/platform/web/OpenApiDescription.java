package nl.datakade.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import nl.datakade.platform.city.City;

/** What every API of the platform says of itself. */
final class OpenApiDescription {

    private static final String KEYCLOAK = "keycloak";

    private OpenApiDescription() {}

    /**
     * Before its operations are known.
     *
     * @param basePath such as {@code /catalog/v1}
     */
    static OpenAPI of(String version, String title, String basePath, City city) {
        var contact = city.contact();
        return new OpenAPI()
                .info(new Info()
                        .title(title)
                        .version(version)
                        .description(title + " of " + city.name())
                        .contact(new Contact()
                                .name(contact.name())
                                .email(contact.email())
                                .url(contact.url().toString())))
                .servers(List.of(new Server().url(city.baseUri() + basePath)))
                .components(new Components()
                        .addSecuritySchemes(
                                KEYCLOAK,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("An access token of the city's Keycloak")))
                .addSecurityItem(new SecurityRequirement().addList(KEYCLOAK));
    }
}
