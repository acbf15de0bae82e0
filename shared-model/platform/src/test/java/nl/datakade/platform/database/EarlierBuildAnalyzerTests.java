package nl.datakade.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorDetails;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class EarlierBuildAnalyzerTests {

    @Test
    void stateOfAnotherBuildIsMetWithOneSentenceAndWhatToDo() {
        var mismatch = new FlywayValidateException(
                new ErrorDetails(CoreErrorCode.CHECKSUM_MISMATCH, "Migration checksum mismatch for version 1"), "");
        var failure = new BeanCreationException("flywayInitializer", "Validate failed", mismatch);

        var said = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (_, _, _) -> {}) // others need a bean factory
                .stream()
                .filter(analyzer -> analyzer.getClass().getName().startsWith("nl.datakade"))
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .map(FailureAnalysis::getAction)
                .toList();

        assertThat(said).singleElement().asString().contains("./datakade reset");
    }
}
