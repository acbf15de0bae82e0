package nl.datakade.portal.page;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import nl.datakade.portal.api.Service;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * This city's portal.
 *
 * @param zone in which people read times
 * @param services where the services are
 */
@Validated
@ConfigurationProperties("datakade.portal")
public record Site(
        @NotBlank String city,
        @NotNull ZoneId zone,
        @NotNull Map<Service, URI> services) {

    public URI address(Service service) {
        var address = services.get(service);
        if (address == null) {
            throw new IllegalStateException("datakade.portal.services." + service.key() + " is not set");
        }
        return address;
    }
}
