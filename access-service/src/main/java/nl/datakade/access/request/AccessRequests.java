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

    /**
     * What somebody may see: everything, their own, or those on datasets they decide about; open ones first, for these
     * wait for somebody.
     */
    @Query("""
            select r from AccessRequest r
            where (:all = true or r.requester = :person or r.datasetId in :datasets)
              and (:status is null or r.status = :status)
              and (:own is null or (:own = true and r.requester = :person) or (:own = false and r.requester <> :person))
            order by case when r.status = nl.datakade.access.request.AccessRequest.Status.SUBMITTED then 0 else 1 end,
              r.submittedAt desc, r.id""")
    Page<AccessRequest> seenBy(
            String person,
            Collection<UUID> datasets,
            boolean all,
            AccessRequest.@Nullable Status status,
            @Nullable Boolean own,
            Pageable page);

    /**
     * Those that this very person can decide on now, as {@link AccessRequest#approve} judges it; who waits longest
     * comes first.
     */
    @Query("""
            select r from AccessRequest r
            where r.status = nl.datakade.access.request.AccessRequest.Status.SUBMITTED and r.requester <> :person
              and not exists (select 1 from r.approvals given where given.approver = :person)
              and ((r.datasetId in :datasets and r.needs like '%GRANTOR%' and not exists (select 1 from r.approvals given
                      where given.kind = nl.datakade.access.request.Approval.GRANTOR))
                or (:privacy = true and r.needs like '%PRIVACY%' and not exists (select 1 from r.approvals given
                      where given.kind = nl.datakade.access.request.Approval.PRIVACY)))
            order by r.submittedAt, r.id""")
    Page<AccessRequest> waitingFor(String person, Collection<UUID> datasets, boolean privacy, Pageable page);

    List<AccessRequest> findByDatasetIdAndRequesterAndStatus(
            UUID datasetId, String requester, AccessRequest.Status status);
}
