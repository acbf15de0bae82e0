package nl.datakade.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.datakade.testkit.TestSystem;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person at a real browser, in front of the portal. */
final class Browser {

    /** By whom Keycloak was signed in to before, with the cookies by which it knows that; a test may have ended it since. */
    private static final Map<String, List<Map<String, Object>>> SIGNED_IN = new ConcurrentHashMap<>();

    private static final String AXE = axe();

    private final PortalUnderTest portal = PortalUnderTest.current();
    private final ChromeDriver driver = Chromium.asNew();

    Browser open(String path) {
        driver.get(portal.address() + path);
        return this;
    }

    /** With a session of its own at the portal; Keycloak asks for the password only where it does not know the person yet. */
    Browser signIn(String user) {
        Chromium.restore(driver, SIGNED_IN.getOrDefault(user, List.of()));
        open("/oauth2/authorization/keycloak").signInHere(user);
        SIGNED_IN.put(user, Chromium.signIn(driver));
        return this;
    }

    /** Through Keycloak's own page. */
    Browser signInWithPassword(String user) {
        open("/oauth2/authorization/keycloak");
        see(By.id("username")).sendKeys(user);
        driver.findElement(By.id("password")).sendKeys(TestSystem.current().demoPassword());
        follow(By.cssSelector("[type=submit]")).see(By.cssSelector(".profile"));
        return this;
    }

    /** On Keycloak's page, where the portal has led; also when Keycloak still knows the person and asks nothing. */
    Browser signInHere(String user) {
        waiting()
                .until(page -> !page.findElements(By.id("username")).isEmpty()
                        || !page.findElements(By.cssSelector(".profile")).isEmpty());
        if (shows(By.id("username"))) {
            see(By.id("username")).sendKeys(user);
            driver.findElement(By.id("password")).sendKeys(TestSystem.current().demoPassword());
            follow(By.cssSelector("[type=submit]"));
        }
        see(By.cssSelector(".profile"));
        return this;
    }

    /** As when a session has ended on the server: the browser sends none that is known. */
    Browser forget(String cookie) {
        driver.manage().deleteCookieNamed(cookie);
        return this;
    }

    Browser back() {
        driver.navigate().back();
        return this;
    }

    /** With which status the page came. */
    int status() {
        var status = ((JavascriptExecutor) driver)
                .executeScript("return performance.getEntriesByType('navigation')[0].responseStatus");
        return ((Number) java.util.Objects.requireNonNull(status)).intValue();
    }

    String title() {
        return String.valueOf(driver.getTitle());
    }

    /** Do two of these, in one of those, cover each other? */
    boolean overlaps(By rows, String one, String other) {
        return driver.findElements(rows).stream()
                .anyMatch(
                        row -> Boolean.TRUE.equals(((JavascriptExecutor) driver).executeScript("""
                        const a = arguments[0].querySelector(arguments[1]), b = arguments[0].querySelector(arguments[2]);
                        if (!a || !b) return false;
                        const reach = element => {
                          const range = document.createRange();
                          range.selectNodeContents(element);
                          return [element, ...element.querySelectorAll('*')].map(e => e.getBoundingClientRect());
                        };
                        return reach(a).some(p => reach(b).some(q => p.width && q.width
                          && p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 1 && q.top < p.bottom - 1));
                        """, row, one, other)));
    }

    WebElement see(By what) {
        return waiting().until(ExpectedConditions.presenceOfElementLocated(what));
    }

    /** The words in it, also when a script puts another in its place at that moment. */
    String read(By what) {
        return waiting()
                .ignoring(StaleElementReferenceException.class)
                .until(page -> page.findElement(what).getText());
    }

    /** Presses what changes this page. */
    Browser press(By what) {
        see(what).click();
        return this;
    }

    /** Presses what leads to another page, and goes on once that one has taken the place of this one. */
    Browser follow(By what) {
        var left = see(By.tagName("html"));
        press(what);
        waiting().until(ExpectedConditions.stalenessOf(left));
        waiting().until(page -> run("return document.readyState === 'complete'"));
        return this;
    }

    Browser type(By field, String text) {
        var element = see(field);
        element.clear();
        element.sendKeys(text);
        return this;
    }

    /** Has a form go elsewhere than it says. */
    Browser divert(By form, String address) {
        ((JavascriptExecutor) driver).executeScript("arguments[0].action = arguments[1]", see(form), address);
        return this;
    }

    /** Picks a file in the file system. */
    Browser choose(By field, Path file) {
        see(field).sendKeys(file.toAbsolutePath().toString());
        return this;
    }

    /** Drops a file of these contents somewhere. */
    Browser drop(By target, String fileName, String content) {
        ((JavascriptExecutor) driver).executeScript("""
                const held = new DataTransfer();
                held.items.add(new File([arguments[2]], arguments[1], {type: 'application/vnd.ms-excel'}));
                for (const kind of ['dragenter', 'dragover', 'drop'])
                  arguments[0].dispatchEvent(new DragEvent(kind, {dataTransfer: held, bubbles: true, cancelable: true}));
                """, see(target), fileName, content);
        return this;
    }

    /** As a browser with scripts switched off. */
    Browser withoutScripts() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        return this;
    }

    boolean shows(By what) {
        return driver.findElements(what).stream().anyMatch(WebElement::isDisplayed);
    }

    String heading() {
        return read(By.tagName("h1"));
    }

    String text() {
        return read(By.tagName("body"));
    }

    String source() {
        return String.valueOf(driver.getPageSource());
    }

    String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    List<Cookie> cookies() {
        return List.copyOf(driver.manage().getCookies());
    }

    Browser width(int pixels) {
        driver.manage().window().setSize(new Dimension(pixels, 900));
        return this;
    }

    Browser dark() {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        return this;
    }

    /** Does the page run out of the window sideways? */
    boolean overflows() {
        return run("return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** Does what is in one of these run out of it sideways? */
    boolean overflows(By boxes) {
        return driver.findElements(boxes).stream()
                .anyMatch(box -> Boolean.TRUE.equals(((JavascriptExecutor) driver)
                        .executeScript("return arguments[0].scrollWidth > arguments[0].clientWidth", box)));
    }

    /** What a screen reader calls them, also of those in a part that is folded. */
    List<String> names(By what) {
        return driver.findElements(what).stream()
                .map(element -> String.valueOf(element.getDomProperty("textContent"))
                        .replaceAll("\\s+", " ")
                        .strip())
                .toList();
    }

    /** What axe-core finds wrong with the page that a person with a disability would stumble over. */
    List<String> barriers() {
        return barriers(List.of("serious", "critical"));
    }

    /** Also what is only moderate or minor. */
    List<String> allBarriers() {
        return barriers(List.of("minor", "moderate", "serious", "critical"));
    }

    private List<String> barriers(List<String> impacts) {
        run(AXE);
        var found = ((JavascriptExecutor) driver).executeAsyncScript("""
                const [impacts, done] = arguments;
                axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
                  .then(result => done(result.violations
                    .filter(violation => impacts.includes(violation.impact))
                    .map(violation => violation.id + ': ' + violation.nodes.map(node => node.html).join(' | '))));
                """, impacts);
        return ((List<?>) java.util.Objects.requireNonNull(found))
                .stream().map(String::valueOf).toList();
    }

    private boolean run(String script) {
        return Boolean.TRUE.equals(((JavascriptExecutor) driver).executeScript(script));
    }

    private WebDriverWait waiting() {
        return new WebDriverWait(driver, Duration.ofMinutes(3));
    }

    private static String axe() {
        try (var script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    java.util.Objects.requireNonNull(script, "axe.min.js is not on the class path")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
