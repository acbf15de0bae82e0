package nl.datakade.portal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class PortalApplication {

    static void main(String[] args) {
        SpringApplication.run(PortalApplication.class, args);
    }
}
