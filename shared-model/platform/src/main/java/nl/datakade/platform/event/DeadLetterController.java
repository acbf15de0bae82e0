package nl.datakade.platform.event;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Dead letters", description = "Events that this service could not take in")
class DeadLetterController {

    private final DeadLetterReplay replay;
    private final Subscriptions subscriptions;
    private final Topics topics;

    DeadLetterController(DeadLetterReplay replay, Subscriptions subscriptions, Topics topics) {
        this.replay = replay;
        this.subscriptions = subscriptions;
        this.topics = topics;
    }

    /** @param events how many were sent back to their topic */
    record Replay(String topic, int events) {}

    @PostMapping("/${spring.application.name}/v1/dead-letters/{topic}/replays")
    @PreAuthorize("hasRole('admin')")
    @Operation(
            summary = "Send back what was put aside",
            description = "Events that could not be taken in go back to their topic, once. Mend the cause first.")
    Replay replay(@PathVariable String topic) {
        if (!subscriptions.topics().contains(topics.named(topic))) {
            throw new TopicUnknown(topic);
        }
        return new Replay(topic, replay.replay(topic));
    }
}
