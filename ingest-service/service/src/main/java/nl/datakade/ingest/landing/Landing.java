package nl.datakade.ingest.landing;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.ingest.dataset.Dataset;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.platform.object.ObjectStore;
import nl.datakade.platform.security.Caller;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Takes in a file. Its bytes go to object storage while they are hashed; only when all is verified the object becomes
 * visible, and only then the delivery is committed. Killed in between, an object without a delivery stays behind, of
 * which the sender holds no receipt; {@link Orphans} removes it.
 */
@Service
public class Landing {

    private final Places places;
    private final Ownership ownership;
    private final Register register;
    private final IdempotencyKeys keys;
    private final Deliveries deliveries;
    private final ObjectStore objects;
    private final Quotas quotas;
    private final Scanner scanner;
    private final LandingMetrics metrics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Landing(
            Places places,
            Ownership ownership,
            Register register,
            IdempotencyKeys keys,
            Deliveries deliveries,
            ObjectStore objects,
            Quotas quotas,
            Scanner scanner,
            LandingMetrics metrics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.places = places;
        this.ownership = ownership;
        this.register = register;
        this.keys = keys;
        this.deliveries = deliveries;
        this.objects = objects;
        this.quotas = quotas;
        this.scanner = scanner;
        this.metrics = metrics;
        this.events = events;
        this.clock = clock;
    }

    /** A receipt's content with the status to answer. */
    public record Outcome(Delivery delivery, int status) {}

    /**
     * The one way in, for a file pushed in one request, fetched from a source, or uploaded piece by piece.
     *
     * @return the new delivery with status 201; with 200 the earlier one, when these bytes had landed last or the request
     *     was repeated
     */
    public Outcome land(Shipment shipment, Caller caller) throws IOException {
        return switch (shipment) {
            case IncomingFile file -> land(file, caller);
            case StoredFile file -> land(file, caller);
        };
    }

    private Outcome land(IncomingFile file, Caller caller) throws IOException {
        var target = register.target(file.dataset());
        var department = ownership.of(file, target.map(Target::dataset), caller);
        requireCorrected(file, target);
        var use = key(file, caller);
        if (use.isEmpty()) {
            quotas.require(department, file.length());
        }
        try (var _ = places.take(caller.subject())) {
            return use.isPresent() ? repeat(file, use.get()) : receive(file, caller, target, department);
        }
    }

    /** What it may was settled when its place was reserved. */
    private Outcome land(StoredFile file, Caller caller) throws IOException {
        var arrival = file.arrival();
        var same = alreadyHere(file, arrival);
        if (same.isPresent()) {
            return same.get();
        }
        file.complete().run();
        scan(arrival);
        return register(file, caller, arrival);
    }

    /** After all is there, for a file is looked at as a whole; unseen, it is no delivery. */
    private void scan(Arrival arrival) throws IOException {
        if (scanner.isOn()) {
            try (var content = objects.open(arrival.objectKey())) {
                scanner.check(content);
            }
        }
    }

    /** The same checks as for a file that comes at once, before the first byte of one that comes piece by piece. */
    public Reservation reserve(Address address, Caller caller) {
        var target = register.target(address.dataset());
        var department = ownership.of(address, target.map(Target::dataset), caller);
        requireCorrected(address, target);
        return new Reservation(
                UuidCreator.getTimeOrderedEpoch(),
                target.map(Target::dataset).map(Dataset::id).orElseGet(UuidCreator::getTimeOrderedEpoch),
                target.map(Target::dataset).map(Dataset::name).orElse(address.dataset()),
                target.isEmpty(),
                department);
    }

    /** From now on a file that comes piece by piece counts for what its department may hand over, as one that is here. */
    public void admit(Reservation reserved, long length) {
        quotas.require(reserved.department(), length);
        quotas.took(reserved.department(), length);
    }

    private static void requireCorrected(Address address, Optional<Target> target) {
        var corrects = address.corrects();
        int latest = target.map(Target::latestVersion).orElse(0);
        if (corrects != null && corrects.version() > latest) {
            throw new LandingProblem.NothingToCorrect(address.dataset(), corrects.version(), latest);
        }
    }

    /** The earlier delivery, when these bytes are the latest accepted ones of the dataset. */
    private Optional<Outcome> alreadyHere(Address address, Arrival arrival) {
        return register.target(address.dataset())
                .filter(now -> now.holds(arrival.content()))
                .map(Target::acceptedDelivery)
                .map(accepted -> sameAgain(address, arrival, accepted));
    }

    private Optional<IdempotencyKeys.Use> key(Address push, Caller caller) {
        return push.key() == null ? Optional.empty() : keys.find(caller.subject(), push.key());
    }

    /** The bytes are not needed any more, only their hash. */
    private Outcome repeat(IncomingFile push, IdempotencyKeys.Use use) throws IOException {
        var body = push.body();
        var content = Content.pass(
                body.content(), OutputStream.nullOutputStream(), Claim.of(body.mediaType(), body.fileName()));
        body.verify(content.sha256());
        if (!use.isFor(push, content)) {
            throw new LandingProblem.KeyUsed();
        }
        return new Outcome(known(use.delivery()), use.status());
    }

    private Outcome receive(IncomingFile push, Caller caller, Optional<Target> target, String department)
            throws IOException {
        var body = push.body();
        var delivery = UuidCreator.getTimeOrderedEpoch();
        var dataset = target.map(Target::dataset).map(Dataset::id).orElseGet(UuidCreator::getTimeOrderedEpoch);
        var key = Arrival.objectKey(dataset, delivery);
        Arrival arrival;
        try (var upload = objects.upload(key, body.mediaType(), push.length());
                var scan = scanner.begin()) {
            var content = Content.pass(
                    body.content(), Scanner.tee(upload, scan), Claim.of(body.mediaType(), body.fileName()));
            body.verify(content.sha256());
            if (scan != null) {
                scan.verify();
            }
            arrival = new Arrival(
                    delivery,
                    dataset,
                    target.map(Target::dataset).map(Dataset::name).orElse(push.dataset()),
                    target.isEmpty(),
                    push.dataset(),
                    department,
                    caller.subject(),
                    content,
                    body.mediaType(),
                    body.fileName(),
                    push.corrects());
            if (target.isPresent() && target.get().holds(content)) {
                var same = register.target(push.dataset()).filter(now -> now.holds(content));
                if (same.isPresent() && same.get().acceptedDelivery() != null) {
                    return sameAgain(push, arrival, same.get().acceptedDelivery());
                }
            }
            upload.complete(); // nobody else has this key: if it was taken, then by this very request, sent twice
        }
        var outcome = register(push, caller, arrival);
        if (outcome.delivery().id().equals(delivery)) {
            quotas.took(outcome.delivery().department(), outcome.delivery().size());
        }
        return outcome;
    }

    /** Makes a file that stands in the bucket a delivery; one that turns out to be refused or known is removed. */
    private Outcome register(Address push, Caller caller, Arrival arrival) {
        var receivedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (register.register(arrival, push.key(), receivedAt)) {
            case Registration.Registered registered -> {
                events.publishEvent(new Landed(arrival.deliveryId()));
                metrics.received(true, arrival.content().size());
                yield new Outcome(registered.delivery(), 201);
            }
            case Registration.Known same -> {
                objects.delete(arrival.objectKey());
                yield sameAgain(push, arrival, same.delivery());
            }
            case Registration.KeyUsed _ -> {
                objects.delete(arrival.objectKey());
                var use = key(push, caller).orElseThrow(LandingProblem.KeyUsed::new);
                if (!use.isFor(push, arrival.content())) {
                    throw new LandingProblem.KeyUsed();
                }
                yield new Outcome(known(use.delivery()), use.status());
            }
            case Registration.Elsewhere _ -> register(push, caller, moved(push, caller, arrival));
        };
    }

    private Outcome sameAgain(Address push, Arrival arrival, UUID accepted) {
        var latest = known(accepted);
        if (push.corrects() != null && !push.corrects().equals(latest.corrects())) {
            throw new LandingProblem.NothingCorrected(latest.dataset(), latest.version());
        }
        metrics.received(false, arrival.content().size());
        if (push.key() != null) {
            keys.use(arrival, push.key(), accepted, 200);
        }
        return new Outcome(latest, 200);
    }

    /** The name leads elsewhere by now: the same checks again, and the object goes where it belongs. */
    private Arrival moved(Address push, Caller caller, Arrival arrival) {
        var target = register.target(push.dataset());
        try {
            var department = ownership.of(push, target.map(Target::dataset), caller);
            requireCorrected(push, target);
            var dataset = target.map(Target::dataset).map(Dataset::id).orElse(arrival.datasetId());
            var name = target.map(Target::dataset).map(Dataset::name).orElse(push.dataset());
            var moved = arrival.at(dataset, name, target.isEmpty(), department);
            if (!moved.objectKey().equals(arrival.objectKey())) {
                objects.copy(arrival.objectKey(), moved.objectKey());
                objects.delete(arrival.objectKey());
            }
            return moved;
        } catch (LandingProblem refused) {
            objects.delete(arrival.objectKey());
            throw refused;
        }
    }

    private Delivery known(UUID delivery) {
        return deliveries.find(delivery).orElseThrow();
    }
}
