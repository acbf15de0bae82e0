package nl.datakade.ingest.source.run;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import nl.datakade.ingest.landing.FetchedFile;
import nl.datakade.ingest.landing.Landing;
import nl.datakade.ingest.source.SourceProperties;
import nl.datakade.ingest.source.credential.CredentialVault;
import nl.datakade.platform.problem.Problem;
import nl.datakade.platform.security.Caller;
import nl.datakade.source.pull.Order;
import nl.datakade.source.pull.PullFailure;
import nl.datakade.source.pull.Pulled;
import nl.datakade.source.pull.Pulls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** One run: gets what is there, and has it land as any file does. */
@Service
class GoToSource {

    private static final Logger log = LoggerFactory.getLogger(GoToSource.class);

    private final Pulls pulls;
    private final CredentialVault vault;
    private final Landing landing;
    private final RunQueue queue;
    private final RunRecord record;
    private final RunMetrics metrics;
    private final SourceProperties properties;
    private final Clock clock;

    GoToSource(
            Pulls pulls,
            CredentialVault vault,
            Landing landing,
            RunQueue queue,
            RunRecord record,
            RunMetrics metrics,
            SourceProperties properties,
            Clock clock) {
        this.pulls = pulls;
        this.vault = vault;
        this.landing = landing;
        this.queue = queue;
        this.record = record;
        this.metrics = metrics;
        this.properties = properties;
        this.clock = clock;
    }

    void run(Job job) {
        var began = clock.instant();
        var ending = ending(job);
        if (job.lost().get()) {
            giveBack(job);
            return;
        }
        if (record.write(job, ending)) {
            metrics.ended(job.source().origin().kind(), ending, began);
            if (ending instanceof Ending.Failed failed) {
                log.warn("Source {} failed: {}", job.source().name(), failed.reason());
            }
        } else {
            log.warn(
                    "A run of source {} was taken for lost; another one counts",
                    job.source().name());
        }
    }

    /** This instance is stopping, or another one has the source by now. */
    private void giveBack(Job job) {
        var isStopping = Thread.interrupted(); // or no connection could be had
        queue.giveBack(job);
        if (isStopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Ending ending(Job job) {
        if (job.attempts() >= properties.tries()) {
            return new Ending.Failed("instances-lost", false, null, 0);
        }
        try {
            return switch (pulls.from(order(job))) {
                case Pulled.Unchanged _ -> new Ending.Served(Run.State.UNCHANGED, 0, null, null);
                case Pulled.Content content -> land(job, content);
            };
        } catch (PullFailure failure) {
            return failed(failure, 0);
        } catch (RuntimeException ours) {
            log.error("A run of source {} met an error of ours", job.source().name(), ours);
            return new Ending.Failed("internal-error", false, null, 0);
        }
    }

    private Order order(Job job) {
        var source = job.source();
        var sealed = source.sealed();
        var credentials = sealed == null
                ? null
                : vault.open(source.id(), sealed).orElseThrow(() -> PullFailure.lasting("credentials-unreadable"));
        return new Order(source.origin(), credentials, job.mark());
    }

    private Ending land(Job job, Pulled.Content content) {
        var until = clock.instant().plus(properties.longest());
        var watched = new Watched(content.bytes(), job, properties.limit(), until, clock, () -> queue.extend(job));
        try (content) {
            var source = job.source();
            var landed = landing.land(
                    new FetchedFile(
                            source.dataset(),
                            source.department(),
                            watched,
                            content.mediaType(),
                            content.fileName(),
                            content.length()),
                    new Caller(source.laidDownBy(), null, Set.of(), Set.of(source.department())));
            var state = landed.status() == 201 ? Run.State.LANDED : Run.State.SAME;
            return new Ending.Served(state, watched.count(), landed.delivery().id(), Map.copyOf(content.mark()));
        } catch (PullFailure failure) {
            return failed(failure, watched.count());
        } catch (Problem refused) {
            return Ending.Failed.refused(refused, watched.count());
        } catch (IOException line) {
            return failed(Pulls.failure(line), watched.count());
        }
    }

    private static Ending failed(PullFailure failure, long bytes) {
        return new Ending.Failed(failure.reason(), failure.isPassing(), failure.after(), bytes);
    }
}
