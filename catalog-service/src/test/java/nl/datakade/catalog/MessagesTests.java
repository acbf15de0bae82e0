package nl.datakade.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class MessagesTests {

    @Test
    void everythingIsSaidInBothLanguages() {
        var english = ResourceBundle.getBundle("messages", Locale.ROOT);
        var dutch = ResourceBundle.getBundle("messages", Locale.of("nl"));

        assertThat(dutch.keySet()).isEqualTo(english.keySet());
    }
}
