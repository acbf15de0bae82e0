package nl.datakade.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives the tests of a class a database, bucket and topics of their own. For tests that kill a process at a point: on a
 * shared system the process might reach the point with the work that another test left, or a service of another test might
 * do the work first. Stands before what starts a Spring context.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OwnSystem.Extension.class)
public @interface OwnSystem {

    /** Makes the system current for as long as the class runs. */
    final class Extension implements BeforeAllCallback, AfterAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            TestSystem.begin();
        }

        @Override
        public void afterAll(ExtensionContext context) {
            TestSystem.end();
        }
    }
}
