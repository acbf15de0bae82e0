package nl.datakade.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MavenTests {

    @ParameterizedTest
    @CsvSource({
        "Apache Maven 3.8.6 (84538c9988a25aec085021c365c560670ad80f63), true",
        "\u001b[1mApache Maven 3.9.11\u001b[m, true",
        "Apache Maven 4.0.0, true",
        "Apache Maven 3.8.5, false",
        "Apache Maven 3.6.3, false",
        "mvn: not found, false"
    })
    void takesTheMavenOnThePathWhenItIsRecentEnough(String said, boolean recent) {
        assertThat(Maven.isRecent(said)).isEqualTo(recent);
    }
}
