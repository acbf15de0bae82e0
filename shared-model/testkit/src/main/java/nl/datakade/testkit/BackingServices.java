package nl.datakade.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the Spring context of a test the real backing services, as the environment of the named service would: a
 * database, bucket and topics that no other run of tests sees.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface BackingServices {

    /** The service whose client, schema and role the context has: {@code ingest}, {@code catalog} … */
    String value();
}
