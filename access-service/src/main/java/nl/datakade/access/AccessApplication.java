package nl.datakade.access;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class AccessApplication {

    static void main(String[] args) {
        SpringApplication.run(AccessApplication.class, args);
    }
}
