package nl.datakade.cli.build;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.datakade.local.Checkout;
import nl.datakade.local.StackProblem;

/** The jars of the five deployables, built without their tests. */
public final class Build {

    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (\\S+) .*\\[(\\d+)/(\\d+)]");

    private static final int LINES_KEPT = 60;

    private final PrintWriter out;
    private final Path checkout = Checkout.root();

    public Build(PrintWriter out) {
        this.out = out;
    }

    /** Builds when a jar is missing or older than any source. */
    public void ifStale() {
        ifStale(Module.SERVICES);
    }

    /** The same for one module. */
    public void ifStale(Module module) {
        ifStale(List.of(module));
    }

    private void ifStale(List<Module> modules) {
        var sources = newestSource(modules);
        if (modules.stream().anyMatch(module -> isOlder(module, sources))) {
            build(modules);
        }
    }

    public void all() {
        build(Module.SERVICES);
    }

    private void build(List<Module> modules) {
        var begin = Instant.now();
        var last = new ArrayDeque<String>();
        var arguments = List.of(
                "package",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true",
                "-pl",
                modules.stream().map(Module::folder).collect(Collectors.joining(",")),
                "-am");
        var exit = new Maven(checkout).run(arguments, Map.of(), line -> {
            last.addLast(line);
            if (last.size() > LINES_KEPT) {
                last.removeFirst();
            }
            progress(line);
        });
        if (exit != 0) {
            last.forEach(out::println);
            throw new StackProblem("The build failed; the last lines of Maven stand above.");
        }
        say(String.format(
                Locale.ROOT,
                "built in %.0f s",
                Duration.between(begin, Instant.now()).toMillis() / 1000.0));
    }

    private void progress(String line) {
        var module = MODULE.matcher(line);
        if (module.find()) {
            say("building %s (%s of %s)".formatted(module.group(1), module.group(2), module.group(3)));
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    private boolean isOlder(Module module, FileTime sources) {
        return module.built(checkout)
                .filter(jar -> modified(jar).compareTo(sources) >= 0)
                .isEmpty();
    }

    private FileTime newestSource(List<Module> modules) {
        return Stream.concat(modules.stream().flatMap(Module::sources), Stream.of("pom.xml"))
                .map(checkout::resolve)
                .flatMap(Build::sources)
                .map(Build::modified)
                .max(FileTime::compareTo)
                .orElseThrow();
    }

    private static Stream<Path> sources(Path module) {
        if (Files.isRegularFile(module)) {
            return Stream.of(module);
        }
        try (var files = Files.walk(module.resolve("src/main"))) {
            return Stream.concat(
                    files.filter(Files::isRegularFile).toList().stream(), Stream.of(module.resolve("pom.xml")));
        } catch (IOException e) {
            return Stream.of(module.resolve("pom.xml"));
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
