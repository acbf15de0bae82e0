package nl.datakade.ingest.upload;

import com.github.f4b6a3.uuid.UuidCreator;
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

    /**
     * A range and not an equality, so that only the index of this very order serves: the planner would read all uploads for
     * as many of a client who has most of them.
     */
    static final String OPEN_OF_CLIENT = """
            select count(*) from (
                select from upload where state = 'OPEN' and client between :client and :client and expires_at > now()
                order by client, expires_at limit :most) open""";

    private final Landing landing;
    private final Uploads uploads;
    private final UploadProperties properties;
    private final JdbcClient jdbc;

    OpenUploads(Landing landing, Uploads uploads, UploadProperties properties, JdbcClient jdbc) {
        this.landing = landing;
        this.uploads = uploads;
        this.properties = properties;
        this.jdbc = jdbc;
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

    /** Gives an upload up whose client cannot come back for it. */
    public void forgo(UUID upload) {
        uploads.expire(upload);
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

    private void requireRoom(Creation creation, Caller caller, Reservation reserved) {
        if (openOf(caller) >= properties.openPerClient()) {
            throw new UploadProblem.TooMany(properties.openPerClient());
        }
        if (bytesUnderWay(reserved.department()) + creation.length()
                > properties.openPerDepartment().toBytes()) {
            throw new UploadProblem.TooMuch(properties.openPerDepartment());
        }
    }

    /** Counts no further than the limit, however many there are. */
    private int openOf(Caller caller) {
        return jdbc.sql(OPEN_OF_CLIENT)
                .param("client", caller.subject())
                .param("most", properties.openPerClient())
                .query(Integer.class)
                .single();
    }

    private long bytesUnderWay(String department) {
        return jdbc.sql("""
                        select coalesce(sum(length), 0) from upload
                        where state = 'OPEN' and department = :department and expires_at > now()""").param("department", department).query(Long.class).single();
    }
}
