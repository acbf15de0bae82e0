package nl.datakade.quality;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@EnableScheduling
class QualityApplication {

    static void main(String[] args) {
        SpringApplication.run(QualityApplication.class, args);
    }
}
