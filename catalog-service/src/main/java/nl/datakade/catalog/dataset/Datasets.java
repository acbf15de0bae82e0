package nl.datakade.catalog.dataset;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Datasets extends Repository<Dataset, UUID> {

    Optional<Dataset> findById(UUID id);

    /** Holds its row until the transaction ends, so that announcements are in the order of the changes. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from Dataset d where d.id = :id")
    Optional<Dataset> lock(UUID id);

    @Query("select d from Dataset d where d.roles is not empty order by d.id")
    List<Dataset> withRoles();

    @Query("select distinct d from Dataset d join d.roles r where r.person in :people order by d.id")
    List<Dataset> ofPeople(Collection<String> people);

    List<Dataset> findByIdIn(Collection<UUID> ids);

    boolean existsById(UUID id);

    Dataset saveAndFlush(Dataset dataset);
}
