package nl.datakade.platform.echo;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import nl.datakade.contracts.catalog.DepartmentState;
import nl.datakade.platform.event.Outbox;
import nl.datakade.platform.security.Caller;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AnnouncementController {

    private final Outbox outbox;
    private final Clock clock;

    AnnouncementController(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    record Announcement(@NotBlank String slug, @Min(1) int revisions, boolean broken) {}

    record Told(String by) {}

    @PostMapping("/echo/v1/announcements")
    @PreAuthorize("hasRole('admin')")
    @Transactional
    public Told announce(@RequestBody @jakarta.validation.Valid Announcement announcement, Caller caller) {
        for (int revision = 1; revision <= announcement.revisions(); revision++) {
            outbox.announce(
                    new DepartmentState(announcement.slug(), revision, announcement.slug(), true, clock.instant()));
        }
        outbox.announce(EventsIT.landed(announcement.slug(), 1));
        if (announcement.broken()) {
            throw new IllegalStateException("nobody may read this text: 123456782");
        }
        return new Told(caller.subject());
    }
}
