package nl.datakade.portal.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import nl.datakade.portal.api.Access;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Catalog;
import nl.datakade.portal.api.Listing;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.visitor.Visitor;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** How much waits for a person's decision, for the menu; templates call it {@code @badges}. */
@Component
public class Badges {

    /** Nobody waits for services on every page to learn a number that seldom changes. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private static final int MOST = 10_000;

    /** How many requests and proposals. */
    public record Waits(long requests, long proposals) {}

    private record Counted(Waits waits, Instant at) {}

    private final Calls calls;
    private final Catalog catalog;
    private final Access access;
    private final Map<String, Counted> counted = new ConcurrentHashMap<>();

    Badges(Calls calls, Catalog catalog, Access access) {
        this.calls = calls;
        this.catalog = catalog;
        this.access = access;
    }

    public Waits waits() {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        var visitor = Visitor.of(request);
        if (visitor == null || !visitor.person().decides()) {
            return new Waits(0, 0);
        }
        if (RequestContextUtils.getInputFlashMap(request) != null) {
            // somebody just did something, perhaps decided
            counted.remove(visitor.person().subject());
        }
        var known = counted.get(visitor.person().subject());
        if (known != null && known.at().plus(FRESH).isAfter(Instant.now())) {
            return known.waits();
        }
        if (counted.size() > MOST) {
            counted.clear();
        }
        var waits = count(visitor);
        counted.put(visitor.person().subject(), new Counted(waits, Instant.now()));
        return waits;
    }

    private Waits count(Visitor visitor) {
        var person = visitor.person();
        var requests =
                asked(person.is("grantor") || person.is("privacy"), Service.ACCESS, () -> access.waiting(visitor, 1));
        var both = person.is("owner") || person.is("privacy");
        var datasets = asked(both, Service.CATALOG, () -> catalog.proposals(visitor, 1));
        var policies = asked(both, Service.ACCESS, () -> access.proposals(visitor, 1));
        return new Waits(requests.join(), datasets.join() + policies.join());
    }

    private <T> CompletableFuture<Long> asked(boolean concerned, Service service, Supplier<Listing<T>> call) {
        return concerned ? calls.ask(service, call).thenApply(Badges::total) : CompletableFuture.completedFuture(0L);
    }

    private static <T> long total(Part<Listing<T>> list) {
        return list.value() == null ? 0 : list.value().total();
    }
}
