package nl.datakade.ingest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication(scanBasePackages = {"nl.datakade.ingest", "nl.datakade.source"})
@ConfigurationPropertiesScan({"nl.datakade.ingest", "nl.datakade.source"})
@EnableScheduling
class IngestApplication {

    static void main(String[] args) {
        SpringApplication.run(IngestApplication.class, args);
    }
}
