package nl.datakade.catalog;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class CatalogApplication {

    static void main(String[] args) {
        SpringApplication.run(CatalogApplication.class, args);
    }
}
