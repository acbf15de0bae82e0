package nl.datakade.platform.database;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in words why a service does not start on a database whose migrations are not its own. Until the first release
 * migrations are rewritten, so that there is no way from one build's tables to another's.
 */
class EarlierBuildAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
        return new FailureAnalysis(
                "The data in this database is of another build of Datakade, which this one cannot read.",
                "Run ./datakade reset, which forgets everything after asking, and start again.",
                cause);
    }
}
