package nl.datakade.cli.bench;

import java.util.List;

/** So many files and bytes in so many seconds. */
record Rate(int files, long bytes, double seconds) {
    double mebibytesPerSecond() {
        return bytes / seconds / (1 << 20);
    }

    double filesPerSecond() {
        return files / seconds;
    }

    /** How fast this was, with the other as the yardstick. */
    double ratioTo(Rate other) {
        return mebibytesPerSecond() / other.mebibytesPerSecond();
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
