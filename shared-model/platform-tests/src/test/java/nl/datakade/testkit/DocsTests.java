package nl.datakade.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.datakade.local.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The docs: no link leads nowhere, and a reader who begins at the README comes to every page. */
class DocsTests {

    private static final Path ROOT = Checkout.root();
    private static final Pattern LINK = Pattern.compile("(?<!`)\\[[^]\n]*]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");

    private static Stream<Path> pages() {
        try (var docs = Files.walk(ROOT.resolve("docs"));
                var root = Files.list(ROOT)) {
            return Stream.concat(docs, root).filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noLinkLeadsNowhere(Path page) {
        assertThat(links(page).filter(link -> !leadsSomewhere(page, link))).isEmpty();
    }

    @Test
    void everyPageIsReachedFromTheReadme() {
        var reached = new TreeSet<Path>();
        var next = new ArrayDeque<>(List.of(ROOT.resolve("README.md")));
        while (!next.isEmpty()) {
            var page = next.poll();
            if (reached.add(page)) {
                links(page)
                        .map(link -> target(page, link))
                        .filter(file -> file.toString().endsWith(".md") && Files.isRegularFile(file))
                        .forEach(next::add);
            }
        }

        assertThat(pages().filter(page -> !reached.contains(page))).isEmpty();
    }

    private static Stream<String> links(Path page) {
        return LINK.matcher(CODE.matcher(text(page)).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"));
    }

    private static boolean leadsSomewhere(Path page, String link) {
        var target = target(page, link);
        var anchor = link.indexOf('#') < 0 ? "" : link.substring(link.indexOf('#') + 1);
        return Files.exists(target)
                && target.startsWith(ROOT)
                && (anchor.isEmpty() || anchors(target).contains(anchor));
    }

    private static Path target(Path page, String link) {
        var path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? page : page.resolveSibling(path).normalize();
    }

    /** As forges name headings: lower case, spaces as hyphens, without what is no letter, digit, hyphen or underscore. */
    private static Set<String> anchors(Path page) {
        var anchors = new TreeSet<String>();
        HEADING.matcher(text(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .forEach(anchors::add);
        return anchors;
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
