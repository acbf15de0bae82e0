package nl.datakade.ingest.balance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.ingest.balance.Imbalance.Kind;
import nl.datakade.ingest.landing.Hashing;
import nl.datakade.platform.object.ObjectStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks while everything goes on. The database is looked at first, at one moment; storage and Kafka afterwards: what
 * lands in between is in them and not in the database, and is looked up once more before it is called out of balance.
 */
@Component
class CheckBalance {

    private static final int CHUNK = 1 << 16;

    private final JdbcClient jdbc;
    private final TransactionTemplate oneMoment;
    private final Inventory inventory;
    private final Comparison comparison;
    private final ObjectStore objects;
    private final Clock clock;
    private final BalanceProperties properties;

    CheckBalance(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Inventory inventory,
            Comparison comparison,
            ObjectStore objects,
            Clock clock,
            BalanceProperties properties) {
        this.jdbc = jdbc;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.inventory = inventory;
        this.comparison = comparison;
        this.objects = objects;
        this.clock = clock;
        this.properties = properties;
    }

    /** @param deep whether every byte in storage is read and hashed again */
    Balance check(boolean deep) {
        var damaged = deep ? damaged() : new Hashed(List.of(), 0);
        var balance = oneMoment.execute(_ -> {
            jdbc.sql("select count(*) from dataset").query(Long.class).single(); // fixes the moment
            inventory.take();
            var now = clock.instant();
            var found = new ArrayList<>(damaged.imbalances());
            found.addAll(comparison.imbalances(now, now.minus(properties.settling())));
            return Balance.of(now, comparison.counts(damaged.files()), found);
        });
        return confirmed(Objects.requireNonNull(balance));
    }

    /** Leaves out what landed or went while storage and Kafka were looked at. */
    private Balance confirmed(Balance balance) {
        var passing = EnumSet.of(Kind.ANNOUNCED_WITHOUT_DELIVERY, Kind.OBJECT_MISSING, Kind.OBJECT_WITHOUT_DELIVERY);
        if (balance.imbalances().stream().noneMatch(one -> passing.contains(one.kind()))) {
            return balance;
        }
        var still = balance.imbalances().stream().filter(this::stillHolds).toList();
        long gone = (long) balance.imbalances().size() - still.size();
        return new Balance(
                balance.checkedAt(), balance.total() == gone, balance.counts(), balance.total() - gone, still);
    }

    private boolean stillHolds(Imbalance one) {
        return switch (one.kind()) {
            case ANNOUNCED_WITHOUT_DELIVERY ->
                objectKey(UUID.fromString(one.subject())).isEmpty();
            case OBJECT_MISSING ->
                objectKey(UUID.fromString(one.subject()))
                                .filter(key -> !objects.exists(key))
                                .isPresent()
                        && !isRemoved(UUID.fromString(one.subject()));
            case OBJECT_WITHOUT_DELIVERY -> objects.exists(one.subject());
            default -> true;
        };
    }

    private boolean isRemoved(UUID delivery) {
        return jdbc.sql("select exists (select from tombstone where delivery_id = :id)")
                .param("id", delivery)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private Optional<String> objectKey(UUID delivery) {
        return jdbc.sql("select object_key from delivery where id = :id")
                .param("id", delivery)
                .query(String.class)
                .optional();
    }

    private record Hashed(List<Imbalance> imbalances, long files) {}

    private record Expected(UUID delivery, String key, String sha256) {}

    private Hashed damaged() {
        var found = new ArrayList<Imbalance>();
        long files = 0;
        var after = new UUID(0, 0);
        while (true) {
            var page = jdbc.sql("""
                            select id, object_key, sha256 from delivery where id > :after order by id limit 1000""")
                    .param("after", after)
                    .query((row, _) -> new Expected(
                            row.getObject("id", UUID.class), row.getString("object_key"), row.getString("sha256")))
                    .list();
            if (page.isEmpty()) {
                return new Hashed(found, files);
            }
            for (var expected : page) {
                if (objects.exists(expected.key())) {
                    files++;
                    if (!sha256(expected.key()).equals(expected.sha256())) {
                        found.add(new Imbalance(
                                Kind.OBJECT_DAMAGED, expected.delivery().toString()));
                    }
                }
            }
            after = page.getLast().delivery();
        }
    }

    private String sha256(String key) {
        var hashing = new Hashing(false);
        var chunk = new byte[CHUNK];
        try (var in = objects.open(key)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                hashing.update(chunk, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hashing.sha256();
    }
}
