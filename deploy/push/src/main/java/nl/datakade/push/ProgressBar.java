package nl.datakade.push;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;

/** How far a file is, how fast it goes and how long it will take: a bar on a terminal, a line for every tenth otherwise. */
final class ProgressBar implements LongConsumer {
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final long size;
    private final boolean terminal;
    private final long begin = System.nanoTime();
    private long first = -1;
    private int shown = -1;

    ProgressBar(PrintWriter out, long size, boolean terminal) {
        this.out = out;
        this.size = Math.max(1, size);
        this.terminal = terminal;
    }

    static boolean onTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    @Override
    public void accept(long sent) {
        if (first < 0) {
            first = sent; // the rest of a file that was begun before
        }
        int percent = (int) (100 * sent / size);
        int step = terminal ? percent : percent / 10;
        if (step == shown) {
            return;
        }
        shown = step;
        if (terminal) {
            int full = WIDTH * percent / 100;
            out.print("\r[" + "█".repeat(full) + " ".repeat(WIDTH - full) + "] " + line(sent, percent)
                    + (sent >= size ? "\n" : ""));
        } else {
            out.println(line(sent, percent));
        }
        out.flush();
    }

    private String line(long sent, int percent) {
        double seconds = Math.max(0.001, (System.nanoTime() - begin) / 1e9);
        double speed = (sent - first) / seconds;
        String left = sent >= size || speed <= 0 ? "" : duration((long) ((size - sent) / speed)) + " left";
        return String.format(
                Locale.ROOT,
                "%3d%%  %s of %s  %s/s  %s  ",
                percent,
                bytes(sent),
                bytes(size),
                bytes((long) speed),
                left);
    }

    static String duration(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    static String bytes(long count) {
        if (count < 1 << 10) {
            return count + " B";
        }
        String unit = count < 1 << 20 ? "KiB" : count < 1 << 30 ? "MiB" : "GiB";
        double divisor = count < 1 << 20 ? 1 << 10 : count < 1 << 30 ? 1 << 20 : 1 << 30;
        return String.format(Locale.ROOT, "%.1f %s", count / divisor, unit);
    }
}
