package nl.datakade.ingest.upload;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.ingest.landing.Hashing;
import org.springframework.stereotype.Component;

/**
 * Digests of uploads under way, each as far as its safe bytes go, between requests that reach the same instance. The
 * fast digests of the JDK cannot be written down; where one is missing at the end, the file is read once more.
 */
@Component
class RunningHashes {

    private static final int MOST = 2_000;

    private record Running(long offset, Hashing hashing) {}

    private final Map<UUID, Running> running = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Running> eldest) {
            return size() > MOST;
        }
    };

    synchronized void put(UUID upload, long offset, Hashing hashing) {
        running.put(upload, new Running(offset, hashing));
    }

    /** The digest of an upload's bytes up to here. */
    synchronized Optional<Hashing> take(UUID upload, long offset) {
        return Optional.ofNullable(running.remove(upload))
                .filter(known -> known.offset() == offset)
                .map(Running::hashing);
    }
}
