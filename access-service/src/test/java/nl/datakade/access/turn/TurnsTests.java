package nl.datakade.access.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void onePersonNeverHasMoreThanTheirShare() {
        var turns = new Turns(2, 1, LONG);
        try (var _ = turns.take(new Asking("one"))) {
            var second = later(turns, "one", new CountDownLatch(0));
            await().until(() -> turns.waiting() == 1);
            turns.take(new Asking("other")).close();
            assertThat(second).isNotDone();
            assertThat(turns.waiting()).isEqualTo(1);
        }
    }

    @Test
    void whoAsksOnceWaitsForOneQuestionOfWhoAsksOften() {
        var turns = new Turns(1, 1, LONG);
        var order = new CopyOnWriteArrayList<String>();
        var asked = List.of("often", "often", "often", "once");
        List<CompletableFuture<Void>> all;
        try (var _ = turns.take(new Asking("often"))) {
            all = asked.stream()
                    .map(person -> {
                        int before = turns.waiting();
                        var waiting = CompletableFuture.runAsync(
                                () -> {
                                    try (var _ = turns.take(new Asking(person))) {
                                        order.add(person);
                                    }
                                },
                                Thread::startVirtualThread);
                        await().until(() -> turns.waiting() > before);
                        return waiting;
                    })
                    .toList();
        }
        all.forEach(CompletableFuture::join);
        assertThat(order).containsExactly("once", "often", "often", "often");
    }

    @Test
    void givesUpWhenCancelledAndWhenItTakesTooLong() {
        var turns = new Turns(1, 1, Duration.ofMillis(1));
        var patient = new Turns(1, 1, LONG);
        try (var _ = turns.take(new Asking("one"));
                var _ = patient.take(new Asking("one"))) {
            assertThatThrownBy(() -> turns.take(new Asking("other"))).isInstanceOf(NoTurnException.class);
            var asking = new Asking("other");
            var waiting = CompletableFuture.runAsync(() -> patient.take(asking).close(), Thread::startVirtualThread);
            await().until(() -> patient.waiting() == 1);
            asking.cancel();
            assertThatThrownBy(waiting::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(CancelledException.class);
        }
        turns.take(new Asking("other")).close();
        patient.take(new Asking("other")).close();
    }

    private static CompletableFuture<Void> later(Turns turns, String person, CountDownLatch until) {
        return CompletableFuture.runAsync(
                () -> {
                    try (var _ = turns.take(new Asking(person))) {
                        until.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                Thread::startVirtualThread);
    }
}
