package nl.datakade.ingest.hold;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a dataset, or one version of it, must not be removed.
 *
 * @param version null for all of them, later ones too
 * @param placedBy Keycloak subject
 * @param inStore whether the object store refuses as well
 */
record LegalHold(
        UUID id,
        UUID datasetId,
        @Nullable Integer version,
        String reason,
        String placedBy,
        Instant placedAt,
        @Nullable String liftReason,
        @Nullable String liftedBy,
        @Nullable Instant liftedAt,
        boolean inStore) {}
