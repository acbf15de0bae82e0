package nl.datakade.ingest.correction;

import java.util.List;
import java.util.stream.Stream;
import nl.datakade.ingest.contract.InstructionRules;
import nl.datakade.ingest.contract.ReadingContracts;
import nl.datakade.ingest.dataset.Mandate;
import nl.datakade.ingest.dataset.VisibleDatasets;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.ingest.reading.ColumnIdRegister;
import nl.datakade.ingest.reading.ReadAgain;
import nl.datakade.ingest.reading.Readings;
import nl.datakade.ingest.tombstone.Tombstones;
import nl.datakade.platform.security.Caller;
import nl.datakade.table.Instructions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Lays down how a dataset's files are read, and has a version of it read accordingly. */
@Component
class CorrectReading {

    private final VisibleDatasets datasets;
    private final Mandate mandate;
    private final Deliveries deliveries;
    private final Readings readings;
    private final ReadingContracts contracts;
    private final ReadAgain readAgain;
    private final Tombstones tombstones;
    private final InstructionPatch patches;
    private final ColumnIdRegister columnIds;

    CorrectReading(
            VisibleDatasets datasets,
            Mandate mandate,
            Deliveries deliveries,
            Readings readings,
            ReadingContracts contracts,
            ReadAgain readAgain,
            Tombstones tombstones,
            InstructionPatch patches,
            ColumnIdRegister columnIds) {
        this.datasets = datasets;
        this.mandate = mandate;
        this.deliveries = deliveries;
        this.readings = readings;
        this.contracts = contracts;
        this.readAgain = readAgain;
        this.tombstones = tombstones;
        this.patches = patches;
        this.columnIds = columnIds;
    }

    Subject find(String name, int version, Caller caller) {
        var dataset = datasets.ofParticipant(name, caller).orElseThrow(CorrectionProblem.Unknown::new);
        var delivery = deliveries.find(dataset.id(), version).orElseThrow(CorrectionProblem.Unknown::new);
        tombstones.requirePresent(delivery);
        return new Subject(
                dataset,
                delivery,
                contracts.of(dataset.id()),
                readings.latest(dataset.id(), version).orElse(null));
    }

    /** False when the version was read in just this way already; then nothing happens. */
    @Transactional
    boolean correct(Subject subject, JsonNode patch, @Nullable String ifMatch, Caller caller) {
        mustBeSteward(subject, caller);
        mustMatch(subject, ifMatch);
        var present = subject.contract().instructions();
        var laidDown = InstructionRules.normalized(patches.apply(present, patch));
        var wrong = Stream.of(
                        InstructionRules.check(laidDown),
                        CorrectionRules.check(patch, laidDown, subject.reading()),
                        ColumnNames.check(
                                present,
                                laidDown,
                                subject.reading(),
                                columnIds.of(subject.dataset().id())))
                .flatMap(List::stream)
                .distinct()
                .toList();
        if (!wrong.isEmpty()) {
            throw new CorrectionProblem.Invalid(wrong);
        }
        if (laidDown.equals(present) && isReadBy(present, subject)) {
            return false;
        }
        if (!laidDown.equals(present)
                && !contracts.change(
                        subject.dataset().id(), subject.contract().revision() + 1, laidDown, caller.subject())) {
            throw new CorrectionProblem.RevisionPassed();
        }
        ask(subject);
        return true;
    }

    /** For its steward, and for who runs the platform: after a worker failed, or when readers became better. */
    @Transactional
    void repeat(Subject subject, Caller caller) {
        if (!caller.is("admin")) {
            mustBeSteward(subject, caller);
        }
        ask(subject);
    }

    void wake(Subject subject) {
        readAgain.wake(subject.delivery().id());
    }

    private void ask(Subject subject) {
        if (subject.dataset().stream()) {
            throw new CorrectionProblem.FedByObservations(subject.dataset().name());
        }
        if (subject.delivery().state().isEnded()) {
            throw new CorrectionProblem.Ended(
                    subject.dataset().name(),
                    subject.delivery().version(),
                    subject.delivery().state());
        }
        if (!readAgain.ask(subject.delivery().id())) {
            throw new CorrectionProblem.BeingRead(
                    subject.dataset().name(), subject.delivery().version());
        }
    }

    private static boolean isReadBy(Instructions present, Subject subject) {
        var reading = subject.reading();
        return reading != null
                && reading.document() != null
                && reading.document().instructions().equals(present)
                && List.of(Delivery.State.READ, Delivery.State.RELEASED, Delivery.State.HELD_BACK)
                        .contains(subject.delivery().state());
    }

    private void mustBeSteward(Subject subject, Caller caller) {
        var dataset = subject.dataset();
        if (!mandate.isSteward(dataset, caller)) {
            throw new CorrectionProblem.NotItsSteward(dataset.name(), dataset.department());
        }
    }

    private static void mustMatch(Subject subject, @Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new CorrectionProblem.RevisionNotGiven();
        }
        var tags = Stream.of(ifMatch.split(",")).map(String::strip).toList();
        if (!tags.contains("*") && !tags.contains(subject.tag())) {
            throw new CorrectionProblem.RevisionPassed();
        }
    }
}
