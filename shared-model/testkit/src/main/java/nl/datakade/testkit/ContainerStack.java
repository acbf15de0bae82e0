package nl.datakade.testkit;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import nl.datakade.local.Checkout;
import nl.datakade.local.HttpProbe;
import nl.datakade.local.Ports;
import nl.datakade.local.PostgresDatabases;
import org.awaitility.Awaitility;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.MountableFile;

/**
 * The backing services in containers: images, commands and settings from {@code docker-compose.yml}. An image is replaced
 * by the system property {@code datakade.image.<service>}, for instance {@code -Ddatakade.image.postgres=own/postgres:18}.
 */
final class ContainerStack {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(DATAKADE_SECRET_[A-Z0-9_]+)}");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path checkout = Checkout.root();
    private final Network network = Network.newNetwork();
    private final Ports ports = Ports.free();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final ComposeFile compose = ComposeFile.read(checkout.resolve("docker-compose.yml"), this::secret);

    private ContainerStack() {}

    /** Starts them and returns the environment variables that lead to them; Testcontainers ends them with the JVM. */
    static Map<String, String> start() {
        var stack = new ContainerStack();
        stack.startPostgres();
        stack.startKafka();
        stack.startObjectStore();
        stack.startKeycloak();
        return stack.environment();
    }

    private void startPostgres() {
        container("postgres", 5432).start();
        var url = postgresUrl();
        var password = secret("POSTGRES_PASSWORD");
        Awaitility.await("postgres").atMost(PATIENCE).until(() -> connects(url, password));
        new PostgresDatabases(url, "postgres", password).create("keycloak", "keycloak", secret("KEYCLOAK_DB_PASSWORD"));
    }

    /** Kafka names its own address to clients, so its port outside must be known before it starts. */
    private void startKafka() {
        container("kafka", 9092)
                .withEnv("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093")
                .withEnv("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://localhost:" + ports.of("kafka"))
                .withEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093")
                .start();
    }

    private void startObjectStore() {
        container("s3", 9000).start();
        Awaitility.await("s3")
                .atMost(PATIENCE)
                .until(() -> HttpProbe.status(objectStoreUrl()).isPresent());
    }

    private void startKeycloak() {
        var container = container("keycloak", 8180);
        for (var file : new String[] {"datakade-realm.json", "demo/datakade-users-0.json"}) {
            var source = checkout.resolve("deploy/keycloak").resolve(file);
            container.withCopyFileToContainer(
                    MountableFile.forHostPath(source), "/opt/keycloak/data/import/" + source.getFileName());
            PLACEHOLDER
                    .matcher(text(source))
                    .results()
                    .forEach(found -> container.withEnv(found.group(1), secret(found.group(1))));
        }
        container
                .withEnv("DATAKADE_DEMO_PASSWORD", secret("DATAKADE_DEMO_PASSWORD"))
                .withEnv("DATAKADE_CLI_PASSWORD_LOGIN", "true")
                .withEnv("DATAKADE_ACCESS_TOKEN_SECONDS", "900")
                .withEnv("DATAKADE_PORTAL_URL", "http://localhost")
                .withEnv("KC_HOSTNAME", "http://localhost:" + ports.of("keycloak"))
                .start();
        Awaitility.await("keycloak").atMost(PATIENCE).until(() -> HttpProbe.isOk(issuer()));
    }

    private GenericContainer<?> container(String name, int port) {
        var service = compose.service(name);
        var container = new FixedPortContainer(
                System.getProperty("datakade.image." + name, service.image()), ports.of(name), port);
        service.environment().forEach(container::withEnv);
        if (!service.command().isEmpty()) {
            container.withCommand(service.command().toArray(String[]::new));
        }
        return container.withNetwork(network).withNetworkAliases(name);
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(secrets);
        environment.put("DATAKADE_POSTGRES_URL", postgresUrl());
        environment.put("DATAKADE_POSTGRES_USER", "postgres");
        environment.put("DATAKADE_POSTGRES_PASSWORD", secret("POSTGRES_PASSWORD"));
        environment.put("DATAKADE_KAFKA", "localhost:" + ports.of("kafka"));
        environment.put("DATAKADE_S3_ENDPOINT", objectStoreUrl());
        environment.put("DATAKADE_S3_ACCESS_KEY", secret("DATAKADE_S3_ACCESS_KEY"));
        environment.put("DATAKADE_S3_SECRET_KEY", secret("DATAKADE_S3_SECRET_KEY"));
        environment.put("DATAKADE_ISSUER", issuer());
        return environment;
    }

    private String secret(String name) {
        return secrets.computeIfAbsent(name, _ -> java.util.UUID.randomUUID().toString());
    }

    private String postgresUrl() {
        return "jdbc:postgresql://localhost:%d/datakade".formatted(ports.of("postgres"));
    }

    private String objectStoreUrl() {
        return "http://localhost:" + ports.of("s3");
    }

    private String issuer() {
        return "http://localhost:%d/realms/datakade".formatted(ports.of("keycloak"));
    }

    private static boolean connects(String url, String password) {
        try (var connection = DriverManager.getConnection(url, "postgres", password)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static String text(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A container whose port outside is chosen by us. */
    private static final class FixedPortContainer extends GenericContainer<FixedPortContainer> {
        FixedPortContainer(String image, int outside, int inside) {
            super(image);
            addFixedExposedPort(outside, inside);
        }
    }
}
