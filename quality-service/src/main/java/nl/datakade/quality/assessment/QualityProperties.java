package nl.datakade.quality.assessment;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much this service may use.
 *
 * @param parallel versions measured at the same time
 * @param workerMemory of one worker process, Java and engine together
 * @param measuringTime after which a measurement is given up
 * @param lease how long a dataset stays with an instance that gives no sign of life; then another measures it
 * @param profileVersions of so many versions of a dataset the last profiles are kept
 * @param profileDays and for so many days that of the last version of each
 */
@Validated
@ConfigurationProperties("datakade.quality")
record QualityProperties(
        @Min(1) int parallel,
        @NotNull DataSize workerMemory,
        @NotNull Duration measuringTime,
        @DurationMin(seconds = 1) Duration lease,
        @Min(1) int profileVersions,
        @Min(0) int profileDays) {}
