package nl.datakade.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTests {

    private static final Pattern USED = Pattern.compile("#\\{([a-zA-Z0-9._-]+)[(}]");

    private final Properties english = load("/messages.properties");
    private final Properties dutch = load("/messages_nl.properties");

    @Test
    void everySentenceIsThereInBothLanguages() {
        assertThat(dutch.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void everySentenceThatATemplateAsksForExists() throws IOException {
        var used = new TreeSet<String>();
        try (var templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (var template : templates.filter(Files::isRegularFile).toList()) {
                USED.matcher(Files.readString(template)).results().forEach(found -> used.add(found.group(1)));
            }
        }
        assertThat(used).isNotEmpty().isSubsetOf(english.stringPropertyNames());
    }

    @Test
    void everySentenceIsWellFormed() {
        english.values().forEach(text -> new MessageFormat((String) text));
        dutch.values().forEach(text -> new MessageFormat((String) text));
    }

    private static Properties load(String file) {
        var properties = new Properties();
        try (var stream = MessagesTests.class.getResourceAsStream(file)) {
            properties.load(new InputStreamReader(java.util.Objects.requireNonNull(stream), StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
