package nl.datakade.access.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.datakade.contracts.access.GrantState;
import org.jspecify.annotations.Nullable;

/** One person's permission; it ends by its date or by somebody's decision, and never comes back. */
@Entity
@Table(name = "access_grant")
class AccessGrant {

    @Id
    private UUID id;

    private UUID requestId;
    private UUID datasetId;
    private String grantee;
    private UUID purpose;

    @Column(name = "until")
    private LocalDate until;

    private boolean combine;

    @Enumerated(EnumType.STRING)
    private GrantState.Status status;

    private @Nullable String reason;

    @Version
    private @Nullable Long revision;

    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected AccessGrant() {}

    AccessGrant(
            UUID id,
            UUID requestId,
            UUID datasetId,
            String grantee,
            UUID purpose,
            LocalDate until,
            boolean combine,
            Instant now) {
        this.id = id;
        this.requestId = requestId;
        this.datasetId = datasetId;
        this.grantee = grantee;
        this.purpose = purpose;
        this.until = until;
        this.combine = combine;
        this.status = GrantState.Status.ACTIVE;
        this.changedAt = now;
    }

    void revoke(@Nullable String why, Instant now) {
        end(GrantState.Status.REVOKED, now);
        this.reason = why;
    }

    void expire(Instant now) {
        end(GrantState.Status.EXPIRED, now);
    }

    private void end(GrantState.Status how, Instant now) {
        if (status != GrantState.Status.ACTIVE) {
            throw new GrantProblem.Ended(id);
        }
        status = how;
        changedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID datasetId() {
        return datasetId;
    }

    String grantee() {
        return grantee;
    }

    boolean combine() {
        return combine;
    }

    /** As it is announced; the revision counts from 1. */
    GrantState state() {
        return new GrantState(
                id, revision == null ? 1 : revision + 1, datasetId, grantee, purpose, status, until, changedAt);
    }
}
