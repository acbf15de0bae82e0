package nl.datakade.cli.demo;

import java.io.PrintWriter;
import java.util.List;
import nl.datakade.client.Answer;

/** Prints the walk: a numbered sentence, the request, and of the answer what matters. */
final class Narrator {
    private static final String INDENT = "    ";

    private final PrintWriter out;
    private int step;

    Narrator(PrintWriter out) {
        this.out = out;
    }

    void step(String sentence) {
        out.printf("%n%2d. %s%n", ++step, sentence);
        out.flush();
    }

    void request(String who, String method, String path, Answer answer) {
        say("%s %s  (%s) → %d".formatted(method, path, who, answer.status()));
    }

    void say(String text) {
        text.lines().forEach(line -> out.println(INDENT + line));
        out.flush();
    }

    /** A small table, columns as wide as their widest value. */
    void table(List<List<String>> rows) {
        var widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i)).repeat(" ", widths[i] - row.get(i).length() + 2);
            }
            say(line.toString().stripTrailing());
        }
    }
}
