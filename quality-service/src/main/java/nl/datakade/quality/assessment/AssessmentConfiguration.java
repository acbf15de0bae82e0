package nl.datakade.quality.assessment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nl.datakade.platform.worker.WorkerBounds;
import nl.datakade.platform.worker.Workers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QualityProperties.class)
class AssessmentConfiguration {
    private static final int TASKS = 50;

    /** No process waits when there is nothing to measure: the city's machines have better use for the memory. */
    @Bean
    Workers profilers(QualityProperties properties, @Value("${datakade.work-dir}") Path folder) {
        var bounds = new WorkerBounds(
                properties.parallel(),
                0,
                TASKS,
                ProfileTask.HEAP_MEGABYTES,
                (int) properties.workerMemory().toMegabytes(),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                folder.resolve("workers"));
        return new Workers(bounds, List.of(ProfileTask.class));
    }
}
