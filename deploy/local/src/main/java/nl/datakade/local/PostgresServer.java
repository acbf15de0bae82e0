package nl.datakade.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL of the embedded binaries, reached over TCP by password only. */
final class PostgresServer implements BackingService {

    static final String SUPERUSER = "postgres";

    private final StackContext context;
    private final Path data;

    PostgresServer(StackContext context) {
        this.context = context;
        this.data = context.data("postgres");
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String url() {
        return url("datakade");
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(context.ports().of("postgres"), database);
    }

    String password() {
        return context.secrets().of("DATAKADE_POSTGRES_PASSWORD");
    }

    @Override
    public List<String> ports() {
        return List.of("postgres");
    }

    @Override
    public void prepare() throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Distribution.delete(data);
        Files.createDirectories(data.getParent());
        var passwordFile = data.resolveSibling("postgres.password");
        PrivateFiles.write(passwordFile, password());
        context.run(
                "postgres-initdb",
                asOrdinaryUser(
                        "initdb",
                        "--pgdata=" + data,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--no-sync",
                        "--no-instructions"));
        Files.delete(passwordFile);
    }

    @Override
    public Launch launch() {
        var command = new ArrayList<>(asOrdinaryUser("postgres", "-D", data.toString()));
        settings().forEach(setting -> command.addAll(List.of("-c", setting)));
        return new Launch(command);
    }

    private List<String> settings() {
        var settings = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + context.ports().of("postgres"),
                "unix_socket_directories=",
                "max_connections=200",
                "shared_buffers=64MB",
                "max_wal_size=256MB",
                "timezone=UTC",
                "log_timezone=UTC",
                "default_text_search_config=pg_catalog.dutch"));
        if (context.temporary()) {
            settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        }
        return settings;
    }

    @Override
    public boolean isReady() {
        try (var connection = DriverManager.getConnection(url("postgres"), SUPERUSER, password())) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void furnish() {
        var databases = new PostgresDatabases(url("postgres"), SUPERUSER, password());
        if (databases.exists("datakade")) {
            databases.addDisclosureLog("datakade", "datakade_access");
            return;
        }
        databases.create("keycloak", "keycloak", context.secrets().of("DATAKADE_POSTGRES_PASSWORD_KEYCLOAK"));
        databases.create("datakade");
        for (var service : LocalStack.SERVICES) {
            databases.addService(
                    "datakade",
                    service,
                    "datakade_" + service,
                    context.secrets().of(passwordVariable(service)));
        }
    }

    static String passwordVariable(String service) {
        return "DATAKADE_POSTGRES_PASSWORD_" + Secrets.upperSnake(service);
    }

    /** Fast shutdown: ends sessions, writes a checkpoint. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    private List<String> asOrdinaryUser(String program, String... arguments) {
        var command = new ArrayList<>(Machine.asNobodyWhenRoot());
        command.add(context.distribution()
                .folder("postgres-" + Archives.place("postgres.version"), Archives::unpackPostgres)
                .resolve("bin")
                .resolve(program)
                .toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
