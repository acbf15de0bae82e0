package nl.datakade.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import nl.datakade.platform.folder.PrivateFiles;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/** What every service has set alike, and that what it writes is its own user's only; a service's own {@code application.yml} and the environment go before it. */
class PlatformDefaults implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            new YamlPropertySourceLoader()
                    .load("platform defaults", new ClassPathResource("platform-defaults.yml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // before anything is written
        PrivateFiles.byDefault();
        PrivateFiles.tighten(Path.of(environment.getRequiredProperty("datakade.work-dir")));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
