package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A question is judged by what was known at one moment, whatever becomes known while it is judged. */
class OneMomentIT extends AccessStory {

    @Autowired
    DataSource database;

    /** The judge has found the version in use and waits for the policy; meanwhile the version ends. */
    @Test
    void aVersionThatEndsInBetweenIsNoFault() throws SQLException {
        var given = openDataset();
        var purpose = purpose(null);
        var sql = "select count(*) from " + given.sql();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table policy in access exclusive mode");
            var answer = CompletableFuture.supplyAsync(() -> analyst.query(purpose, sql));
            await().atMost(PATIENCE).until(this::somebodyWaits);
            given.withdrawn();
            await().atMost(PATIENCE).until(() -> isWithdrawn(given));
            connection.commit();
            connection.setAutoCommit(true);
            assertThat(answer.join().status()).as(answer.join().body()).isEqualTo(200);
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(analyst.query(purpose, sql).status()).isEqualTo(403));
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select 1 from pg_locks where relation = 'policy'::regclass and not granted)")
                .query(Boolean.class)
                .single();
    }

    private boolean isWithdrawn(Given given) {
        return jdbc.sql("""
                        select exists (select 1 from dataset_version
                                       where dataset_id = :id and state ->> 'outcome' = 'WITHDRAWN')""").param("id", given.id).query(Boolean.class).single();
    }
}
