package nl.datakade.access.query;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.datakade.access.relation.Answer;
import org.springframework.stereotype.Component;

/** The answers under way in this process, to be cancelled by who asked. */
@Component
class RunningQueries {

    private record Running(String person, Answer answer) {}

    private final Map<UUID, Running> running = new ConcurrentHashMap<>();

    void begin(UUID id, String person, Answer answer) {
        running.put(id, new Running(person, answer));
    }

    void end(UUID id) {
        running.remove(id);
    }

    /** False when there is none, or it is somebody else's. */
    boolean cancel(UUID id, String person) {
        var found = running.get(id);
        if (found == null || !found.person().equals(person)) {
            return false;
        }
        found.answer().cancel();
        return true;
    }
}
