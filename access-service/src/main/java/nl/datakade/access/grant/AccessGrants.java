package nl.datakade.access.grant;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.access.GrantState;
import org.springframework.data.jpa.repository.JpaRepository;

interface AccessGrants extends JpaRepository<AccessGrant, UUID> {

    List<AccessGrant> findTop100ByStatusAndUntilBefore(GrantState.Status status, LocalDate day);
}
