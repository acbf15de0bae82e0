package nl.datakade.access.query;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.datakade.access.relation.QueryProperties;
import nl.datakade.access.turn.Asking;
import org.springframework.stereotype.Component;

/**
 * The questions under way in this process, from before they are looked at until their answer has left, so that whoever
 * asked can cancel them at any moment; and how many one person may have.
 */
@Component
class RunningQueries {

    private final Map<UUID, Asking> running = new ConcurrentHashMap<>();
    private final int perPerson;

    RunningQueries(QueryProperties properties) {
        this.perPerson = properties.inFlight();
    }

    Asking begin(UUID id, String person) {
        var asking = new Asking(person, id);
        if (running.putIfAbsent(id, asking) != null) {
            throw new QueryProblem.IdTaken(id);
        }
        if (of(person) > perPerson) {
            running.remove(id, asking);
            throw new QueryProblem.TooMany(perPerson);
        }
        return asking;
    }

    void end(UUID id, Asking asking) {
        running.remove(id, asking);
    }

    /** False when there is none, or it is somebody else's. */
    boolean cancel(UUID id, String person) {
        var found = running.get(id);
        if (found == null || !found.person().equals(person)) {
            return false;
        }
        found.cancel();
        return true;
    }

    private long of(String person) {
        return running.values().stream()
                .filter(asking -> asking.person().equals(person))
                .count();
    }
}
