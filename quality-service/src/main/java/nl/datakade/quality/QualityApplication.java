package nl.datakade.quality;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class QualityApplication {

    static void main(String[] args) {
        SpringApplication.run(QualityApplication.class, args);
    }
}
