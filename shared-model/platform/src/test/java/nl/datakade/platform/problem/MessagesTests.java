package nl.datakade.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpStatus;

class MessagesTests {

    private static final Locale DUTCH = Locale.of("nl");

    @Test
    void everyProblemSpeaksBothLanguages() {
        var english = ResourceBundle.getBundle("platform-messages", Locale.ROOT);
        var dutch = ResourceBundle.getBundle("platform-messages", DUTCH);

        assertThat(dutch.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet())
                .allSatisfy(key ->
                        assertThat(dutch.getString(key)).as(key).isNotBlank().isNotEqualTo(english.getString(key)));
    }

    @Test
    void everyProblemOfTheFrameworkHasWords() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("platform-messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var documents = new ProblemDocuments(messages);

        for (int code : new int[] {400, 401, 403, 404, 405, 406, 413, 415}) {
            var status = HttpStatus.valueOf(code);
            var slug = FrameworkProblem.slug(status);
            assertThat(slug).isNotNull();
            var document = documents.of(status, java.util.Objects.requireNonNull(slug), DUTCH);
            assertThat(document.getTitle()).isNotBlank();
            assertThat(document.getDetail()).isNotBlank();
            assertThat(document.getProperties()).containsKey("remedy");
        }
    }
}
