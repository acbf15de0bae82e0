package nl.datakade.source.network;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where sources may lead.
 *
 * @param allowedHosts such as {@code data.example.nl}, {@code *.example.nl} for all below it, {@code
 *     data.example.nl:8443} for another port than the usual one, {@code :*} for any; none unless the operator says so
 * @param allowedNetworks in CIDR notation: inner networks that are allowed all the same
 * @param proxy host and port of an HTTP proxy that HTTP(S) sources are gone to through; none by default
 * @param connectTimeout of each connection
 * @param readTimeout how long the other side may be silent
 * @param longest how long one request may take in all
 */
@ConfigurationProperties("datakade.source")
record NetworkProperties(
        @DefaultValue List<String> allowedHosts,
        @DefaultValue List<String> allowedNetworks,
        @DefaultValue("") String proxy,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("2h") Duration longest) {}
