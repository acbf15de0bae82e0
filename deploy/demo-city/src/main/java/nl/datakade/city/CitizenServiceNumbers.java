package nl.datakade.city;

/** Citizen service numbers (BSN) from the series 999, which is kept for tests; each passes the 11-test. */
final class CitizenServiceNumbers {
    private int last = 999_000_000;

    /** The next number of the series that passes. */
    String next() {
        do {
            last++;
        } while (!passes(last));
        return Integer.toString(last);
    }

    /** 9·d1 + 8·d2 + … + 2·d8 − d9 is divisible by 11. */
    static boolean passes(int number) {
        int sum = -(number % 10);
        int rest = number / 10;
        for (int weight = 2; weight <= 9; weight++) {
            sum += weight * (rest % 10);
            rest /= 10;
        }
        return sum % 11 == 0;
    }
}
