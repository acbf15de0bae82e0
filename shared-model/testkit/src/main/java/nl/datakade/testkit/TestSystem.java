package nl.datakade.testkit;

import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import nl.datakade.local.PostgresDatabases;

/**
 * One Datakade for tests: a database, a bucket and a prefix for topics that nobody else has. The tests of a JVM share one,
 * but for the classes that have their {@link OwnSystem}.
 */
public final class TestSystem {

    /** After a kill, another process takes over this soon: as soon as a broker allows. */
    private static final String SESSION_MILLIS = "6000";

    private static final TestSystem SHARED = new TestSystem(Backing.current());

    private static volatile TestSystem current = SHARED;

    private final Backing backing;
    private final String id =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()).substring(4);
    private final PostgresDatabases databases;
    private final Map<String, Map<String, String>> environments = new ConcurrentHashMap<>();

    private TestSystem(Backing backing) {
        this.backing = backing;
        this.databases = new PostgresDatabases(
                backing.get("DATAKADE_POSTGRES_URL"),
                backing.get("DATAKADE_POSTGRES_USER"),
                backing.get("DATAKADE_POSTGRES_PASSWORD"));
        databases.create(database());
        makeBucket();
    }

    /** The one that tests use now. */
    public static TestSystem current() {
        return current;
    }

    /** Makes a system in which nothing has happened the current one. */
    static void begin() {
        current = new TestSystem(Backing.current());
    }

    /** Makes the shared one current again. */
    static void end() {
        current = SHARED;
    }

    /** The environment variables of the service of that name; its role and schema are made at the first call. */
    public Map<String, String> environment(String service) {
        return environments.computeIfAbsent(service, this::prepare);
    }

    /** A connection to this run's database as its administrator, who may do what no service may. */
    public Connection administrator() throws SQLException {
        return DriverManager.getConnection(
                databases.urlOf(database()),
                backing.get("DATAKADE_POSTGRES_USER"),
                backing.get("DATAKADE_POSTGRES_PASSWORD"));
    }

    public String bucket() {
        return "it-" + id;
    }

    public String topicPrefix() {
        return "it-" + id + ".";
    }

    /** With which the demo users sign in. */
    public String demoPassword() {
        return backing.get("DATAKADE_DEMO_PASSWORD");
    }

    public String kafka() {
        return backing.get("DATAKADE_KAFKA");
    }

    private String database() {
        return "it_" + id;
    }

    private Map<String, String> prepare(String service) {
        var environment = new HashMap<>(backing.addresses());
        environment.put("DATAKADE_S3_BUCKET", bucket());
        environment.put("DATAKADE_KAFKA_TOPIC_PREFIX", topicPrefix());
        environment.put("DATAKADE_WORK_DIR", workFolder(service));
        environment.put("SPRING_KAFKA_CONSUMER_PROPERTIES_SESSION_TIMEOUT_MS", SESSION_MILLIS);
        var clientId = "portal".equals(service) ? service : "service-" + service;
        environment.put("DATAKADE_CLIENT_ID", clientId);
        environment.put("DATAKADE_CLIENT_SECRET", backing.clientSecret(clientId));
        if (!service.equals("access")) {
            environment.put("DATAKADE_ACCESS_URL", TestAccess.current().url());
        }
        var role = "it_%s_%s".formatted(id, service);
        databases.addService(database(), service, role, id);
        environment.put("DATAKADE_POSTGRES_URL", databases.urlOf(database()));
        environment.put("DATAKADE_POSTGRES_USER", role);
        environment.put("DATAKADE_POSTGRES_PASSWORD", id);
        return Map.copyOf(environment);
    }

    private static String workFolder(String service) {
        try {
            return Files.createTempDirectory("datakade-" + service + "-").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeBucket() {
        var client = MinioClient.builder()
                .endpoint(backing.get("DATAKADE_S3_ENDPOINT"))
                .credentials(backing.get("DATAKADE_S3_ACCESS_KEY"), backing.get("DATAKADE_S3_SECRET_KEY"))
                .build();
        try {
            client.makeBucket(MakeBucketArgs.builder().bucket(bucket()).build());
        } catch (MinioException e) {
            throw new IllegalStateException("The object store cannot make the bucket " + bucket(), e);
        }
    }
}
