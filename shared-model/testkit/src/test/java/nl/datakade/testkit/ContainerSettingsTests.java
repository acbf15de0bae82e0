package nl.datakade.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.datakade.local.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every setting that the docs or a service's configuration name can be given in containers. */
class ContainerSettingsTests {

    private static final Path ROOT = Checkout.root();
    private static final Pattern NAME = Pattern.compile("DATAKADE_[A-Z0-9_]*[A-Z0-9]");
    private static final Pattern FILLED_IN = Pattern.compile("\\$\\{((?:DATAKADE|KEYCLOAK|POSTGRES)_[A-Z0-9_]+)");

    private static final Map<String, String> SERVICES = Map.of(
            "ingest", "ingest-service/service",
            "catalog", "catalog-service",
            "quality", "quality-service",
            "access", "access-service",
            "portal", "portal");

    /** Where a container of another service is, and as whom it is spoken to: that is the compose file's to say. */
    private static final Set<String> WITHIN = Set.of(
            "DATAKADE_POSTGRES_URL",
            "DATAKADE_POSTGRES_USER",
            "DATAKADE_KAFKA",
            "DATAKADE_S3_ENDPOINT",
            "DATAKADE_CLIENT_ID",
            "DATAKADE_CATALOG_URL",
            "DATAKADE_INGEST_URL",
            "DATAKADE_QUALITY_URL",
            "DATAKADE_ACCESS_URL");

    /** What the docs name that is no setting of a service: of the command line, of tests, of Keycloak. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "DATAKADE_(PORT(_(?!AL)[A-Z0-9_]+)?|TEST_DATA|DEMO_PASSWORD|URL"
                    + "|TOKEN|CLI_PASSWORD_LOGIN|SECRET|ISSUER|CLIENT_SECRET|LANDING_QUOTA_DEPARTMENTS.*|RETENTION_DEPARTMENTS.*)");

    private static Stream<String> services() {
        return SERVICES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everySettingOfAServiceReachesItsContainer(String service) throws IOException {
        var container = container(service);
        var unreachable = settings(service).stream()
                .filter(name -> !WITHIN.contains(name))
                .filter(name -> !isGivenByEnv(container, name) && !isGivenBySettings(container, name))
                .toList();

        assertThat(unreachable).isEmpty();
    }

    @Test
    void everySettingOfTheDocsCanBeGivenInContainers() throws IOException {
        var examples = new TreeSet<>(names("settings.env.example"));
        examples.addAll(names(".env.example"));
        examples.addAll(WITHIN);

        for (var page : List.of("operating", "landing", "streams", "sources", "versions", "quality", "reading")) {
            assertThat(names("docs/" + page + ".md"))
                    .as(page)
                    .filteredOn(name -> !ELSEWHERE.matcher(name).matches())
                    .isSubsetOf(examples);
        }
        for (var service : SERVICES.keySet()) {
            var container = container(service);
            assertThat(names("settings.env.example"))
                    .as("given in settings.env, not overruled for %s", service)
                    .allMatch(name -> isGivenBySettings(container, name));
        }
    }

    @Test
    void everySettingOfAServiceStandsInAnExample() throws IOException {
        var examples = new TreeSet<>(names("settings.env.example"));
        examples.addAll(names(".env.example"));
        examples.addAll(WITHIN);
        examples.addAll(Set.of(
                "DATAKADE_POSTGRES_PASSWORD", // of each service another
                "DATAKADE_CLIENT_SECRET",
                "DATAKADE_WORK_DIR")); // the image's own

        for (var service : SERVICES.keySet()) {
            assertThat(settings(service)).as(service).isSubsetOf(examples);
        }
    }

    @Test
    void theExampleNamesWhatTheComposeFileAsksForAndNothingElse() throws IOException {
        var asked = new TreeSet<String>();
        FILLED_IN.matcher(text("docker-compose.yml")).results().forEach(found -> asked.add(found.group(1)));
        var named = new TreeSet<String>();
        text(".env.example")
                .lines()
                .filter(line -> line.matches("#?[A-Z0-9_]+=.*"))
                .forEach(line -> named.add(line.replaceFirst("^#", "").split("=", 2)[0]));

        assertThat(named).isEqualTo(asked);
    }

    @Test
    void noSecretIsSharedByMoreContainersThanNeedIt() throws IOException {
        assertThat(names("settings.env.example")).noneMatch(name -> name.matches(".*(PASSWORD|SECRET|_KEY|_KEYS)"));
        for (var service : SERVICES.keySet()) {
            assertThat(container(service).files()).containsExactly("settings.env");
        }
    }

    @Test
    void keycloakGetsEverySecretThatItsRealmNames() throws IOException {
        var asked = secrets(text("deploy/keycloak/datakade-realm.json"));
        var given = new TreeSet<>(names("departments.env.example"));
        given.addAll(container("keycloak").environment().keySet());

        assertThat(container("keycloak").files()).contains("departments.env");
        assertThat(given).containsAll(asked);
        assertThat(names("departments.env.example")).isSubsetOf(asked);
        assertThat(text("docker-compose.yml")).doesNotContain("DATAKADE_SECRET_DEPARTMENT");
    }

    @Test
    void keycloakDoesNotStartWithoutASecretThatItsRealmNames(@TempDir Path realm) throws Exception {
        Files.writeString(
                realm.resolve("realm.json"),
                "{\"a\":\"${DATAKADE_SECRET_A}\",\"b\":\"${DATAKADE_SECRET_B}\",\"c\":\"${DATAKADE_PORTAL_URL}\"}");

        var without = start(realm, Map.of("DATAKADE_SECRET_A", "known"));
        assertThat(without.exit()).isEqualTo(1);
        assertThat(without.said()).contains("DATAKADE_SECRET_B is not set").doesNotContain("SECRET_A", "started");

        var with = start(realm, Map.of("DATAKADE_SECRET_A", "known", "DATAKADE_SECRET_B", "known"));
        assertThat(with.said()).isEqualTo("started --import-realm\n");
        assertThat(with.exit()).isZero();
    }

    private record Ended(int exit, String said) {}

    private static Ended start(Path realm, Map<String, String> environment) throws Exception {
        var keycloak = Files.writeString(realm.resolve("kc.sh"), "#!/bin/sh\necho started \"$@\"\n");
        assertThat(keycloak.toFile().setExecutable(true)).isTrue();
        var builder = new ProcessBuilder(
                        "bash", ROOT.resolve("deploy/images/keycloak-start.sh").toString(), "--import-realm")
                .redirectErrorStream(true);
        builder.environment().put("DATAKADE_REALM_FILES", realm.toString());
        builder.environment().put("DATAKADE_KEYCLOAK", keycloak.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("DATAKADE_SECRET_"));
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    /** What a container is given. */
    private record Container(Map<String, String> environment, List<String> files) {}

    private static boolean isGivenByEnv(Container container, String name) {
        return container.environment().getOrDefault(name, "").contains("${");
    }

    private static boolean isGivenBySettings(Container container, String name) {
        return container.files().contains("settings.env")
                && !container.environment().containsKey(name);
    }

    private static Container container(String service) throws IOException {
        Map<String, Object> compose =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(text("docker-compose.yml"));
        var properties = map(required(map(required(compose, "services")), service));
        var environment = new TreeMap<String, String>();
        map(properties.getOrDefault("environment", Map.of()))
                .forEach((name, value) -> environment.put(name, String.valueOf(value)));
        var files = ((List<?>) properties.getOrDefault("env_file", List.of()))
                .stream()
                        .map(file -> file instanceof Map<?, ?> described
                                ? String.valueOf(described.get("path"))
                                : String.valueOf(file))
                        .toList();
        return new Container(environment, files);
    }

    /** Those of its own configuration, and of what the platform adds to that of every service but the portal. */
    private static Set<String> settings(String service) throws IOException {
        var names = new TreeSet<>(names(SERVICES.get(service) + "/src/main/resources/application.yml"));
        if (!service.equals("portal")) {
            names.addAll(names("shared-model/platform/src/main/resources/platform-defaults.yml"));
        }
        if (service.equals("catalog")) {
            names.removeIf(name -> name.startsWith("DATAKADE_S3_")); // it has no object storage
        }
        return names;
    }

    private static Set<String> secrets(String realm) {
        var names = new TreeSet<String>();
        Pattern.compile("\\$\\{(DATAKADE_SECRET_[A-Z0-9_]+)}")
                .matcher(realm)
                .results()
                .forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static Set<String> names(String file) throws IOException {
        var names = new TreeSet<String>();
        NAME.matcher(text(file)).results().forEach(found -> names.add(found.group()));
        return names;
    }

    private static String text(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    private static Object required(Map<String, Object> properties, String name) {
        return Objects.requireNonNull(properties.get(name), name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
