package nl.datakade.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keycloak on the PostgreSQL beside it. The distribution is augmented once ({@code build}) and shared; each stack has a
 * home of its own that links to it, with its own import folder and temporary files.
 */
final class KeycloakServer implements BackingService {

    private static final List<String> SHARED = List.of("bin", "conf", "lib", "providers", "themes", "version.txt");

    /** Fixed at build time, and therefore part of the distribution's name. */
    private static final List<String> BUILD =
            List.of("--db=postgres", "--health-enabled=false", "--metrics-enabled=false");

    private final StackContext context;
    private final PostgresServer postgres;
    private final Path home;

    KeycloakServer(StackContext context, PostgresServer postgres) {
        this.context = context;
        this.postgres = postgres;
        this.home = context.data("keycloak");
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public String url() {
        return "http://localhost:" + context.ports().of("keycloak");
    }

    String issuer() {
        return url() + "/realms/datakade";
    }

    @Override
    public List<String> ports() {
        return List.of("keycloak");
    }

    @Override
    public List<String> after() {
        return List.of("postgres");
    }

    @Override
    public void prepare() throws IOException {
        var augmented = context.distribution()
                .folder(
                        "keycloak-%s-%08x".formatted(Archives.place("keycloak.version"), BUILD.hashCode()),
                        this::augment);
        var imports = home.resolve("data/import");
        Files.createDirectories(imports);
        for (var name : SHARED) {
            var link = home.resolve(name);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, augmented.resolve(name));
        }
        for (var file : importFiles(context.checkout())) {
            Files.copy(file, imports.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The realm, and the people of the demo. */
    static List<Path> importFiles(Path checkout) {
        return List.of(Checkout.realm(checkout), checkout.resolve("deploy/keycloak/demo/datakade-users-0.json"));
    }

    private void augment(Path folder) throws IOException {
        Archives.unpackKeycloak(folder);
        var command = new ArrayList<>(context.java("keycloak-build", 512));
        command.addAll(program(folder));
        command.add("build");
        command.addAll(BUILD);
        context.run("keycloak-build", command);
    }

    @Override
    public Launch launch() {
        var command = new ArrayList<>(context.java("keycloak", 256));
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(program(home));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--db-url=" + postgres.url("keycloak"),
                "--db-username=keycloak",
                "--db-pool-initial-size=1",
                "--db-pool-max-size=20",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + context.ports().of("keycloak"),
                "--hostname=" + url(),
                "--log-level=warn,org.keycloak.quarkus:info,org.keycloak.exportimport:info,io.quarkus:info"));
        return new Launch(command, environment());
    }

    /** The values for the placeholders of the realm's files, and what Keycloak itself may not have on its command line. */
    private Map<String, String> environment() {
        var environment = new HashMap<>(clientSecrets());
        environment.put("DATAKADE_DEMO_PASSWORD", context.secrets().demoPassword());
        environment.put("DATAKADE_CLI_PASSWORD_LOGIN", "true");
        environment.put("DATAKADE_ACCESS_TOKEN_SECONDS", "900");
        environment.put(
                "DATAKADE_PORTAL_URL", "http://localhost"); // a loopback address without a port stands for every port
        environment.put("KC_DB_PASSWORD", context.secrets().of("DATAKADE_POSTGRES_PASSWORD_KEYCLOAK"));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", context.secrets().of("DATAKADE_KEYCLOAK_ADMIN_PASSWORD"));
        return environment;
    }

    /** By the names of the placeholders in the realm file. */
    Map<String, String> clientSecrets() {
        return context.secrets().forRealm(realm());
    }

    @Override
    public boolean isReady() {
        return HttpProbe.isOk(issuer());
    }

    private String realm() {
        try {
            return Files.readString(Checkout.realm(context.checkout()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> program(Path home) {
        return List.of(
                "-XX:MaxMetaspaceSize=256m",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }
}
