package nl.datakade.platform.echo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Hears of deliveries and says so; publishes departments on request. */
@SpringBootApplication
class EchoApplication {

    static void main(String[] args) {
        SpringApplication.run(EchoApplication.class, args);
    }
}
