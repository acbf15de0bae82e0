package nl.datakade.cli.push;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;

/** How far a file is: a bar that fills on a terminal, a line for every tenth otherwise. */
final class ProgressBar implements LongConsumer {
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final long size;
    private final boolean terminal;
    private final long begin = System.nanoTime();
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
        return String.format(Locale.ROOT, "%3d%%  %s of %s  %s/s  ", percent, bytes(sent), bytes(size), bytes((long)
                (sent / seconds)));
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
