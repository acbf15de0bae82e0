package nl.datakade.access.request;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One person's request to use one dataset for one purpose; it decides for itself who may still say what. */
@Entity
@Table(name = "access_request")
class AccessRequest {

    enum Status {
        SUBMITTED,
        GRANTED,
        REFUSED
    }

    /** Somebody's yes, and why where they said so. */
    @Embeddable
    record Given(
            @Enumerated(EnumType.STRING) Approval kind,
            String approver,
            @Nullable String reason,
            Instant approvedAt) {}

    @Id
    private UUID id;

    private UUID datasetId;
    private String requester;
    private UUID purpose;
    private String motivation;

    @Column(name = "until")
    private LocalDate until;

    private boolean combine;

    @Enumerated(EnumType.STRING)
    private Status status = Status.SUBMITTED;

    private String needs = "";
    private @Nullable String reason;
    private @Nullable String refusedBy;
    private Instant submittedAt;
    private @Nullable Instant decidedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "approval", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "position") // without it adding one deletes and writes all of them again
    private List<Given> approvals = new ArrayList<>();

    @Version
    private @Nullable Integer lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected AccessRequest() {}

    AccessRequest(
            UUID id,
            UUID datasetId,
            String requester,
            UUID purpose,
            String motivation,
            LocalDate until,
            boolean combine,
            Instant now) {
        this.id = id;
        this.datasetId = datasetId;
        this.requester = requester;
        this.purpose = purpose;
        this.motivation = motivation;
        this.until = until;
        this.combine = combine;
        this.submittedAt = now;
    }

    /**
     * Which approvals it takes; the set of required approvals can only grow. Pseudonyms that can be joined take both in any
     * case.
     */
    void refer(Set<Approval> to) {
        var all = needed();
        all.addAll(to);
        if (combine) {
            all.add(Approval.GRANTOR);
            all.add(Approval.PRIVACY);
        }
        needs = all.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    /** The rules may have become stricter since the last day was chosen. */
    void endBy(LocalDate latest) {
        until = until.isAfter(latest) ? latest : until;
    }

    /** True when this was the last approval it took. */
    boolean approve(Approval kind, String person, @Nullable String why, Instant now) {
        requireOpen();
        if (person.equals(requester)) {
            throw new RequestProblem.OwnRequest();
        }
        if (approvals.stream().anyMatch(given -> given.approver().equals(person))) {
            throw new RequestProblem.FourEyes();
        }
        if (!waitingFor().contains(kind)) {
            throw new RequestProblem.NotWaiting(kind);
        }
        approvals.add(new Given(kind, person, why, now));
        if (!waitingFor().isEmpty()) {
            return false;
        }
        status = Status.GRANTED;
        decidedAt = now;
        return true;
    }

    void refuse(String why, @Nullable String person, Instant now) {
        requireOpen();
        if (requester.equals(person)) {
            throw new RequestProblem.OwnRequest();
        }
        status = Status.REFUSED;
        reason = why;
        refusedBy = person;
        decidedAt = now;
    }

    Set<Approval> waitingFor() {
        if (status != Status.SUBMITTED) {
            return EnumSet.noneOf(Approval.class);
        }
        var waiting = needed();
        approvals.forEach(given -> waiting.remove(given.kind()));
        return waiting;
    }

    private EnumSet<Approval> needed() {
        var needed = EnumSet.noneOf(Approval.class);
        if (!needs.isEmpty()) {
            Arrays.stream(needs.split(",", -1)).map(Approval::valueOf).forEach(needed::add);
        }
        return needed;
    }

    boolean isOpen() {
        return status == Status.SUBMITTED;
    }

    private void requireOpen() {
        if (status != Status.SUBMITTED) {
            throw new RequestProblem.Decided(status);
        }
    }

    UUID id() {
        return id;
    }

    UUID datasetId() {
        return datasetId;
    }

    String requester() {
        return requester;
    }

    UUID purpose() {
        return purpose;
    }

    String motivation() {
        return motivation;
    }

    LocalDate until() {
        return until;
    }

    /** Whether the same person gets the same pseudonym in all data of the purpose that was approved so. */
    boolean combine() {
        return combine;
    }

    Status status() {
        return status;
    }

    @Nullable
    String reason() {
        return reason;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    List<Given> approvals() {
        return List.copyOf(approvals);
    }
}
