package nl.datakade.portal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.datakade.testkit.TestSystem;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The one real browser of this JVM: to start one takes seconds. Each test gets it as if it had just been installed:
 * without cookies or storage, with scripts, light, and of its usual size.
 */
final class Chromium {

    private static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
    private static final Path DRIVER = Path.of(System.getProperty("chromedriver", "/usr/bin/chromedriver"));

    private static @Nullable ChromeDriver current;

    private Chromium() {}

    /** The browser, as new. One that no longer answers is replaced. */
    static synchronized ChromeDriver asNew() {
        if (current != null) {
            try {
                clean(current);
                return current;
            } catch (WebDriverException broken) {
                current.quit();
            }
        }
        current = start();
        return current;
    }

    private static void clean(ChromeDriver driver) {
        driver.get("about:blank");
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        for (var origin : List.of(PortalUnderTest.current().address(), keycloak())) {
            driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
        }
        driver.manage().window().setSize(new Dimension(1280, 900));
    }

    /** The cookies by which Keycloak knows who sits here. */
    static List<Map<String, Object>> signIn(ChromeDriver driver) {
        var all = driver.executeCdpCommand("Network.getAllCookies", Map.of()).get("cookies");
        return ((List<?>) Objects.requireNonNull(all))
                .stream()
                        .map(Chromium::named)
                        .filter(cookie -> String.valueOf(cookie.get("path")).startsWith("/realms/"))
                        .toList();
    }

    static void restore(ChromeDriver driver, List<Map<String, Object>> cookies) {
        driver.executeCdpCommand("Network.setCookies", Map.of("cookies", cookies));
    }

    /** What a cookie is set with; what the browser merely reports of it, and that it ends with the session, is left out. */
    private static Map<String, Object> named(Object cookie) {
        var named = new HashMap<String, Object>();
        ((Map<?, ?>) cookie).forEach((name, value) -> named.put(String.valueOf(name), value));
        named.keySet().retainAll(List.of("name", "value", "domain", "path", "secure", "httpOnly", "sameSite"));
        return named;
    }

    private static String keycloak() {
        var issuer = TestSystem.current().environment("portal").getOrDefault("DATAKADE_ISSUER", "");
        return issuer.substring(0, issuer.indexOf("/realms/"));
    }

    private static ChromeDriver start() {
        if (!Files.isExecutable(CHROMIUM) || !Files.isExecutable(DRIVER)) {
            throw new IllegalStateException(
                    "Chromium and its driver are not installed: apt-get install chromium chromium-driver, or name them with"
                            + " -Dchromium= and -Dchromedriver=.");
        }
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--user-data-dir=" + emptyFolder());
        var driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .withLogFile(new File("target/chromedriver.log"))
                        .build(),
                options);
        Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
        driver.manage().timeouts().pageLoadTimeout(Duration.ofMinutes(3));
        return driver;
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("datakade-browser-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
