package nl.datakade.access.key;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    @Bean
    Keyring keyring(
            @Value("${datakade.access.key}") @Nullable String key,
            @Value("${datakade.access.former-keys}") String former,
            @Value("${datakade.access.key-file}") Path file) {
        return Keyring.of(key, former, file);
    }
}
