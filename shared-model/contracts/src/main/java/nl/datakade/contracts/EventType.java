package nl.datakade.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where an event travels, and under which CloudEvents type. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

    /** Reverse-DNS type with a version at its end, as the NL GOV profile for CloudEvents asks. */
    String value();

    /** The Kafka topic; state topics are compacted and carry one type each. */
    String topic();
}
