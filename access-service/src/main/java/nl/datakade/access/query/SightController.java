package nl.datakade.access.query;

import com.github.f4b6a3.uuid.UuidCreator;
import io.swagger.v3.oas.annotations.Operation;
import java.io.UncheckedIOException;
import java.util.List;
import nl.datakade.access.activity.Activities;
import nl.datakade.access.activity.Activity;
import nl.datakade.access.activity.ActivityProblem;
import nl.datakade.access.policy.Treatment;
import nl.datakade.access.projection.Dataset;
import nl.datakade.access.projection.Datasets;
import nl.datakade.access.projection.Freshness;
import nl.datakade.access.relation.GovernedDataset;
import nl.datakade.access.statement.ParserFailed;
import nl.datakade.access.turn.CancelledException;
import nl.datakade.access.turn.NoTurnException;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.worker.WorkersBusyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * How the caller sees a dataset now, by the same judgement as a query. Services that hold raw rows outside the governed
 * relation ask it with the caller's own token before they show one.
 */
@RestController
class SightController {

    private static final Logger log = LoggerFactory.getLogger(SightController.class);

    private final Judge judge;
    private final Datasets datasets;
    private final Activities activities;
    private final Freshness freshness;
    private final RunningQueries running;

    SightController(
            Judge judge, Datasets datasets, Activities activities, Freshness freshness, RunningQueries running) {
        this.judge = judge;
        this.datasets = datasets;
        this.activities = activities;
        this.freshness = freshness;
        this.running = running;
    }

    /**
     * What the caller sees.
     *
     * @param version that the answer is about; null when none may be queried
     * @param everything whether the caller sees every row of it, with every column as it is
     */
    record View(
            String dataset,
            @Nullable Integer version,
            @Nullable Integer reading,
            boolean everything) {}

    @Operation(
            summary = "Whether you see every row and every column of a dataset as they are",
            description =
                    "For the version that queries read now, and for one purpose. Shows no data and grants nothing.")
    @GetMapping("/access/v1/datasets/{name}/sight")
    @PreAuthorize("isAuthenticated()")
    View sight(@PathVariable String name, @RequestParam String purpose, Caller caller) {
        freshness.require();
        var dataset = datasets.visible(name, caller);
        var activity = activities
                .find(purpose)
                .filter(Activity::active)
                .orElseThrow(() -> new ActivityProblem.PurposeUnusable(purpose));
        var current = datasets.current(dataset.id());
        if (current.isEmpty()) {
            return new View(dataset.name(), null, null, false);
        }
        var version = current.get().version();
        return new View(
                dataset.name(),
                version.version(),
                version.reading(),
                !version.tables().isEmpty()
                        && seesEverything(dataset, version.tables().getFirst().name(), activity, caller));
    }

    /** Counts among the caller's questions under way, for it takes the same turns. */
    private boolean seesEverything(Dataset dataset, String table, Activity purpose, Caller caller) {
        var statement = "select * from \"%s\".\"%s\"".formatted(dataset.sqlName(), table);
        var id = UuidCreator.getTimeOrderedEpoch();
        var asking = running.begin(id, caller.subject());
        try {
            return switch (judge.judge(id, statement, purpose, caller, asking)) {
                case Judgement.Refused _ -> false;
                case Judgement.Allowed allowed -> isWhole(allowed.permission().datasets());
            };
        } catch (CancelledException | NoTurnException | WorkersBusyException | ParserFailed e) {
            throw new QueryProblem.Busy();
        } catch (UncheckedIOException e) {
            log.error("How {} is seen could not be judged", dataset.name(), e);
            throw new QueryProblem.Busy();
        } finally {
            running.end(id, asking);
        }
    }

    private static boolean isWhole(List<GovernedDataset> seen) {
        return seen.stream()
                .flatMap(dataset -> dataset.tables().stream())
                .allMatch(table -> table.filter() == null
                        && table.columns().stream()
                                .allMatch(column -> column.treatment() instanceof Treatment.Show && !column.bsn()));
    }
}
