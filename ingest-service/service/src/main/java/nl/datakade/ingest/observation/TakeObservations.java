package nl.datakade.ingest.observation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.ingest.dataset.Datasets;
import nl.datakade.ingest.landing.Landing;
import nl.datakade.ingest.landing.LandingProblem;
import nl.datakade.ingest.landing.Reservation;
import nl.datakade.ingest.stream.ObservationLog;
import nl.datakade.ingest.stream.ObservationLog.NotAcknowledged;
import nl.datakade.ingest.stream.ObservationRecord;
import nl.datakade.ingest.stream.Position;
import nl.datakade.ingest.stream.Stream;
import nl.datakade.ingest.stream.StreamColumn;
import nl.datakade.ingest.stream.Streams;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in a request's observations, all or none: when they fit the stream's columns they go to Kafka, and only when it
 * has acknowledged them, so is the request.
 */
@Service
class TakeObservations {

    private final Landing landing;
    private final Datasets datasets;
    private final Streams streams;
    private final ObservationRequests requests;
    private final ObservationLog log;
    private final TransactionTemplate transaction;

    TakeObservations(
            Landing landing,
            Datasets datasets,
            Streams streams,
            ObservationRequests requests,
            ObservationLog log,
            PlatformTransactionManager transactions) {
        this.landing = landing;
        this.datasets = datasets;
        this.streams = streams;
        this.requests = requests;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Where they are safe. */
    record Taken(Reservation dataset, Position position) {}

    Taken take(Report report, Caller caller) {
        var fitting = fit(report, caller);
        var dataset = fitting.dataset();
        var key = report.key();
        if (key == null) {
            return new Taken(dataset, append(report, caller, fitting, null));
        }
        var use = requests.use(
                caller.subject(),
                key,
                dataset.datasetId(),
                report.sha256(),
                report.list().size());
        if (!use.isFor(dataset.datasetId(), report.sha256())) {
            throw new LandingProblem.KeyUsed();
        }
        if (use.position() != null) {
            return new Taken(dataset, use.position());
        }
        // perhaps an earlier attempt is in Kafka already; who lands them knows both by this digest
        var request = Digest.of(caller.subject(), key, dataset.datasetId().toString(), report.sha256());
        var position = append(report, caller, fitting, request);
        requests.safe(caller.subject(), key, position);
        return new Taken(dataset, position);
    }

    private record Fitting(Reservation dataset, List<StreamColumn> columns) {}

    private Fitting fit(Report report, Caller caller) {
        while (true) {
            var dataset = landing.reserve(report, caller);
            var stream = dataset.datasetIsNew() ? Optional.<Stream>empty() : streams.find(dataset.datasetId());
            var present = stream.map(Stream::columns).orElse(List.of());
            var columns = ColumnFit.columns(present, report.list());
            if (stream.isPresent() && columns.equals(present)) {
                return new Fitting(dataset, columns);
            }
            var laidDown = layDown(report, dataset);
            if (laidDown.isPresent()) {
                return new Fitting(dataset, laidDown.get());
            }
        }
    }

    /** Empty when the name came to lead elsewhere meanwhile. */
    private Optional<List<StreamColumn>> layDown(Report report, Reservation dataset) {
        var columns = transaction.execute(status -> {
            if (dataset.datasetIsNew() && !datasets.mint(dataset.datasetId(), report.dataset(), dataset.department())) {
                status.setRollbackOnly();
                return Optional.<List<StreamColumn>>empty();
            }
            var stream = streams.begin(dataset.datasetId(), dataset.dataset())
                    .orElseThrow(() -> new ObservationProblem.FedByFiles(dataset.dataset()));
            var wanted = ColumnFit.columns(stream.columns(), report.list());
            if (!wanted.equals(stream.columns())) {
                streams.columns(stream, wanted);
            }
            return Optional.of(wanted);
        });
        return java.util.Objects.requireNonNull(columns);
    }

    private Position append(Report report, Caller caller, Fitting fitting, @Nullable UUID request) {
        try {
            return log.append(new ObservationRecord(
                    fitting.dataset().datasetId(),
                    caller.subject(),
                    report.list().size(),
                    request,
                    Digest.of(report.list()),
                    ColumnFit.lines(fitting.columns(), report.list())));
        } catch (NotAcknowledged uncertain) {
            throw new ObservationProblem.NotSafe(uncertain);
        }
    }
}
