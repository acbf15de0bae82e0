package nl.datakade.access.request;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface AccessRequests extends JpaRepository<AccessRequest, UUID> {

    List<AccessRequest> findByDatasetIdAndRequesterAndPurposeAndStatus(
            UUID datasetId, String requester, UUID purpose, AccessRequest.Status status);

    /** What somebody may see: everything, his own, or those on datasets he decides about. */
    @Query("""
            select r from AccessRequest r
            where (:all = true or r.requester = :person or r.datasetId in :datasets)
              and (:status is null or r.status = :status)
            order by r.submittedAt desc""")
    Page<AccessRequest> seenBy(
            String person,
            Collection<UUID> datasets,
            boolean all,
            AccessRequest.@Nullable Status status,
            Pageable page);
}
