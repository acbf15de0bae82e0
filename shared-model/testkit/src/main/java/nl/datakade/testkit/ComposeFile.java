package nl.datakade.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The services of {@code docker-compose.yml}, as far as a container needs them. */
record ComposeFile(Map<String, Service> services) {

    /** {@code ${NAME}}, {@code ${NAME:?}} or {@code ${NAME:-default}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)(?::([-?])([^}]*))?}");

    record Service(String image, List<String> command, Map<String, String> environment) {}

    /** Reads it with the variables filled in; every service with an image of others. */
    static ComposeFile read(Path file, UnaryOperator<String> variables) {
        try (var reader = Files.newBufferedReader(file)) {
            Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            var services = new LinkedHashMap<String, Service>();
            map(Objects.requireNonNull(document.get("services"))).forEach((name, service) -> {
                var properties = map(service);
                if (!properties.containsKey("build")) {
                    services.put(name, service(properties, variables));
                }
            });
            return new ComposeFile(services);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Service service(String name) {
        var service = services.get(name);
        if (service == null) {
            throw new IllegalStateException("docker-compose.yml has no service " + name);
        }
        return service;
    }

    private static Service service(Map<String, Object> properties, UnaryOperator<String> variables) {
        var environment = new LinkedHashMap<String, String>();
        map(properties.getOrDefault("environment", Map.of()))
                .forEach((name, value) -> environment.put(name, filled(String.valueOf(value), variables)));
        var command = ((List<?>) properties.getOrDefault("command", List.of()))
                .stream().map(String::valueOf).toList();
        return new Service(String.valueOf(properties.get("image")), command, environment);
    }

    static String filled(String text, UnaryOperator<String> variables) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "-".equals(found.group(2)) ? found.group(3) : variables.apply(found.group(1))));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
