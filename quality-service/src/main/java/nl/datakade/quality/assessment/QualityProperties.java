package nl.datakade.quality.assessment;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much this service may use.
 *
 * @param parallel versions measured at the same time
 * @param workerMemory of one worker process, Java and engine together
 * @param measuringTime after which a measurement is given up
 */
@Validated
@ConfigurationProperties("datakade.quality")
record QualityProperties(
        @Min(1) int parallel,
        @NotNull DataSize workerMemory,
        @NotNull Duration measuringTime) {}
