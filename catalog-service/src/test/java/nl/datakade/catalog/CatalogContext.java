package nl.datakade.catalog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.datakade.testkit.BackingServices;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** The whole service on the real backing services; one context for all tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = CatalogApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"datakade.directory.departments-poll=1s", "datakade.directory.people-poll=1s"})
@BackingServices("catalog")
@Import({CatalogApi.class, KeycloakSays.class})
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface CatalogContext {}
