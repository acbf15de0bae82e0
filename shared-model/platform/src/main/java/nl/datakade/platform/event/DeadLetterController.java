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

    /**
     * @param events how many were taken in
     * @param failed how many could again not be taken in, and stay aside
     */
    record Replay(String topic, int events, int failed) {}

    @PostMapping("/${spring.application.name}/v1/dead-letters/{topic}/replays")
    @PreAuthorize("hasRole('admin')")
    @Operation(
            summary = "Take in what was put aside",
            description = "Events that this service could not take in are handed to it once more. Fix the cause first.")
    Replay replay(@PathVariable String topic) {
        if (!subscriptions.topics().contains(topics.named(topic))) {
            throw new TopicUnknown(topic);
        }
        var outcome = replay.replay(topic);
        return new Replay(topic, outcome.takenIn(), outcome.failed());
    }
}
