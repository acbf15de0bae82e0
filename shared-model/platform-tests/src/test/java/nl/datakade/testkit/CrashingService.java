package nl.datakade.testkit;

/** Counts aloud to five. */
final class CrashingService {

    private CrashingService() {}

    static void main(String[] args) {
        for (var i = 1; i <= 5; i++) {
            say(i);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void say(int number) {
        System.out.println("number " + number);
    }
}
