package nl.datakade.ingest.reading;

import java.time.Duration;
import java.util.List;
import nl.datakade.platform.worker.WorkerBounds;
import nl.datakade.platform.worker.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    private static final int FILES_PER_PROCESS = 100;

    @Bean
    Workers readingProcesses(ReadingProperties properties) {
        var bounds = new WorkerBounds(
                Math.max(1, properties.readers()),
                0,
                FILES_PER_PROCESS,
                properties.heapMegabytes(),
                properties.memoryMegabytes(),
                Duration.ofSeconds(30),
                properties.idle(),
                properties.spool().resolve("processes"));
        return new Workers(bounds, List.of(ReadFile.class));
    }
}
