package nl.datakade.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.api.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Every problem that a service can answer, as somebody at a page reads it. */
class WordsTests {

    private static final List<String> SERVICES = List.of(
            "../access-service",
            "../catalog-service",
            "../ingest-service/service",
            "../quality-service",
            "../shared-model/platform");

    private final Words words = new Words(messages());

    @AfterEach
    void back() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void noProblemSpeaksOfTheInterfaceOfAService() throws IOException {
        var speaking = new ArrayList<String>();
        for (var language : List.of("nl", "en")) {
            LocaleContextHolder.setLocale(Locale.of(language));
            for (var trouble : problems(language)) {
                for (var text : new String[] {words.title(trouble), words.detail(trouble), words.remedy(trouble)}) {
                    if (text != null && Words.INTERFACE.matcher(text).find()) {
                        speaking.add(trouble.type() + ": " + text);
                    }
                }
                assertThat(words.title(trouble)).as(trouble.type()).isNotBlank();
            }
        }
        assertThat(speaking).isEmpty();
    }

    @Test
    void aWordOfOnesOwnGoesBeforeThatOfAService() {
        LocaleContextHolder.setLocale(Locale.of("nl"));
        var trouble = problem("request-term", "Termijn niet mogelijk", "…", "Kies een eerdere dag, of laat until weg.");
        assertThat(words.title(trouble)).isEqualTo("Zo lang kan niet");
        assertThat(words.remedy(trouble)).isEqualTo("Kies een eerdere dag en verstuur de aanvraag opnieuw.");
    }

    @Test
    void aFieldIsCalledAsOnThePage() {
        LocaleContextHolder.setLocale(Locale.of("nl"));
        var place = new Trouble.Place("body", "reason", "mag niet leeg zijn", null, null);
        var trouble = new Trouble(
                Service.ACCESS, 400, "invalid-input", "…", null, null, null, List.of(place), java.util.Map.of());
        assertThat(words.places(trouble)).containsExactly("Toelichting: mag niet leeg zijn");
    }

    private static List<Trouble> problems(String language) throws IOException {
        var found = new ArrayList<Trouble>();
        for (var service : SERVICES) {
            var texts = new Properties();
            try (var files = Files.walk(Path.of(service, "src/main/resources"))) {
                for (var file : files.filter(it -> isOf(it, language)).toList()) {
                    try (Reader reader = Files.newBufferedReader(file)) {
                        texts.load(reader);
                    }
                }
            }
            texts.stringPropertyNames().stream()
                    .filter(key -> key.startsWith("problem.") && key.endsWith(".title"))
                    .map(key -> key.substring("problem.".length(), key.length() - ".title".length()))
                    .forEach(type -> found.add(problem(
                            type,
                            texts.getProperty("problem." + type + ".title"),
                            texts.getProperty("problem." + type + ".detail", ""),
                            texts.getProperty("problem." + type + ".remedy", ""))));
        }
        assertThat(found).hasSizeGreaterThan(100);
        return found;
    }

    private static boolean isOf(Path file, String language) {
        var name = file.getFileName().toString();
        return name.endsWith(".properties") && name.contains("_nl") == language.equals("nl");
    }

    private static Trouble problem(String type, String title, String detail, String remedy) {
        return new Trouble(Service.ACCESS, 400, type, title, detail, remedy, null, List.of(), java.util.Map.of());
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }
}
