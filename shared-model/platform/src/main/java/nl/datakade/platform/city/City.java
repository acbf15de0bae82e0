package nl.datakade.platform.city;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The city that runs this platform.
 *
 * @param oin organisation identification number of the Dutch government, 20 digits
 * @param baseUri under which public identifiers resolve, without a trailing slash
 * @param zone in which the city's days begin and end
 * @param contact where users of the APIs can turn to
 */
@Validated
@ConfigurationProperties("datakade.city")
public record City(
        @NotBlank String name, @Pattern(regexp = "\\d{20}") String oin, URI baseUri, ZoneId zone, Contact contact) {

    public record Contact(@NotBlank String name, @NotBlank String email, URI url) {}

    /** Which day it is in the city; terms and last days are days of the city, wherever the server stands. */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** The CloudEvents source of a system of this city, as the NL GOV profile writes it. */
    public URI system(String name) {
        return URI.create("urn:nld:oin:" + oin + ":systeem:" + name);
    }
}
