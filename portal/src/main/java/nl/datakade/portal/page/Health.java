package nl.datakade.portal.page;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.datakade.portal.api.Service;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** How the services are doing, looked up beside the pages so that none waits for it. */
@Component
public class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Site site;
    private final RestClient client;
    private volatile Map<Service, Boolean> up = Map.of();

    Health(Site site) {
        this.site = site;
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        factory.setReadTimeout(PATIENCE);
        this.client = RestClient.builder().requestFactory(factory).build();
    }

    /** Those that did not answer at the last look. */
    public List<Service> away() {
        return up.entrySet().stream()
                .filter(service -> !service.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Scheduled(fixedDelayString = "PT15S")
    void look() {
        var seen = new EnumMap<Service, Boolean>(Service.class);
        for (var service : Service.values()) {
            seen.put(service, isUp(service));
        }
        up = Map.copyOf(seen);
    }

    private boolean isUp(Service service) {
        try {
            client.get()
                    .uri(site.address(service).resolve("/actuator/health/readiness"))
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (RestClientException e) {
            return false;
        }
    }
}
