package nl.datakade.city;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the demo city to a folder, with what is true of it in {@code truth.json}. */
@Command(
        name = "city",
        description = "Write the files of the demo city to a folder, with what is in them (truth.json).",
        mixinStandardHelpOptions = true)
public final class CityCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "Where to write; is made when it does not exist.")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    public CityCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<Truth> truths = new DemoCity().writeTo(folder);
        for (Truth truth : truths) {
            out.printf(
                    "%-32s %d  %,9d rows  %,6d KiB  %s%n",
                    truth.dataset(), truth.version(), truth.rows(), truth.size() / 1024, truth.file());
        }
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValue(Files.newOutputStream(folder.resolve("truth.json")), truths);
        out.printf(
                "%,d rows in %d files%n", truths.stream().mapToInt(Truth::rows).sum(), truths.size());
        return 0;
    }
}
