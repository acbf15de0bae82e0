package nl.datakade.platform.event;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

final class TopicUnknown extends Problem {

    TopicUnknown(String topic) {
        super(HttpStatus.NOT_FOUND, "topic-unknown", topic);
    }
}
