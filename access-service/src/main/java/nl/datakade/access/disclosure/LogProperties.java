package nl.datakade.access.disclosure;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How checkpoints of the log are made.
 *
 * @param keys a JSON Web Key Set whose first key signs; empty for one that is made in the file
 * @param checkpoints a folder for copies; empty for none
 * @param beat so long after the last a new one is due, when there are new records
 * @param after so many new records make one due at once
 */
@ConfigurationProperties("datakade.access.log")
record LogProperties(
        @DefaultValue("") String keys,
        Path keysFile,
        @DefaultValue("") String checkpoints,
        Duration beat,
        long after) {}
