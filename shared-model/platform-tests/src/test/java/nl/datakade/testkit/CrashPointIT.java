package nl.datakade.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrashPointIT {

    private static final ServiceProcess.Starter COUNTING = ServiceProcess.of("ingest", CrashingService.class.getName());

    @Test
    void aProcessDiesAsItEntersAMethod() {
        try (var process = COUNTING.dyingAt(
                        CrashPoint.before(CrashingService.class, "say").time(3))
                .start()) {
            process.awaitCrash();
            assertThat(process.logged()).contains("number 2").doesNotContain("number 3");
        }
    }

    @Test
    void aProcessDiesAsItReturnsFromAMethod() {
        try (var process = COUNTING.dyingAt(
                        CrashPoint.after(CrashingService.class, "say").time(3))
                .start()) {
            process.awaitCrash();
            assertThat(process.logged()).contains("number 3").doesNotContain("number 4");
        }
    }

    @Test
    void aProcessDiesAtAPointThatIsNamedWhileItRuns() {
        try (var process =
                ServiceProcess.of("ingest", WaitingService.class.getName()).start()) {
            process.dieAt(CrashPoint.before(WaitingService.class, "pass").time(2));
            process.awaitCrash();
            assertThat(process.logged().split("passed", -1))
                    .as("once before it died, and before the point was named at least once")
                    .hasSizeGreaterThan(2);
        }
    }
}
