package nl.datakade.ingest.upload;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import nl.datakade.ingest.landing.Landing;
import nl.datakade.ingest.landing.LandingProblem;
import nl.datakade.ingest.landing.Reservation;
import nl.datakade.platform.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins uploads, and sees to it that nobody has too many of them open. */
@Component
class OpenUploads {

    private final Landing landing;
    private final Uploads uploads;
    private final UploadProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    OpenUploads(Landing landing, Uploads uploads, UploadProperties properties, JdbcClient jdbc, Clock clock) {
        this.landing = landing;
        this.uploads = uploads;
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The new upload, or the one that the same request made before. */
    @Transactional
    public UUID open(Creation creation, Caller caller) {
        var reserved = landing.reserve(creation, caller);
        takeTurns(caller, reserved);
        if (creation.key() != null) {
            var earlier = uploads.created(caller.subject(), creation.key());
            if (earlier.isPresent()) {
                if (!creation.isRepeatOf(earlier.get())) {
                    throw new LandingProblem.KeyUsed();
                }
                return earlier.get().id();
            }
        }
        requireRoom(creation, caller, reserved);
        landing.admit(reserved, creation.length());
        var id = UuidCreator.getTimeOrderedEpoch();
        uploads.add(id, creation, reserved, caller.subject());
        return id;
    }

    /** Client before department, always, so that nobody waits in a circle. */
    private void takeTurns(Caller caller, Reservation reserved) {
        for (var turn : new String[] {"client " + caller.subject(), "department " + reserved.department()}) {
            jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('upload ' || :turn, 0))")
                    .param("turn", turn)
                    .query(Integer.class)
                    .single();
        }
    }

    private record Room(int ofClient, long ofDepartment) {}

    private void requireRoom(Creation creation, Caller caller, Reservation reserved) {
        var taken = jdbc.sql("""
                        select count(*) filter (where client = :client) as of_client,
                            coalesce(sum(length) filter (where department = :department), 0) as of_department
                        from upload
                        where state = 'OPEN' and expires_at > :now
                          and (client = :client or department = :department)""")
                .param("client", caller.subject())
                .param("department", reserved.department())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Room(row.getInt("of_client"), row.getLong("of_department")))
                .single();
        if (taken.ofClient() >= properties.openPerClient()) {
            throw new UploadProblem.TooMany(properties.openPerClient());
        }
        if (taken.ofDepartment() + creation.length()
                > properties.openPerDepartment().toBytes()) {
            throw new UploadProblem.TooMuch(properties.openPerDepartment());
        }
    }
}
