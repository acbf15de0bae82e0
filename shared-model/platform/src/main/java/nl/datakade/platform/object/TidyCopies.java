package nl.datakade.platform.object;

import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;

/** Has local copies go that nobody uses any more, such as those of a version that was removed. */
class TidyCopies {

    private final ObjectCache cache;
    private final Duration unused;

    TidyCopies(ObjectCache cache, Duration unused) {
        this.cache = cache;
        this.unused = unused;
    }

    @Scheduled(fixedDelayString = "${datakade.s3.cache-tidy-every:1h}")
    void tidy() {
        cache.forgetUnusedSince(Instant.now().minus(unused));
    }
}
