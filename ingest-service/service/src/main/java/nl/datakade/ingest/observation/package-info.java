/** Observations as sensors send them: checked line by line, safe in Kafka before they are acknowledged. */
@NullMarked
package nl.datakade.ingest.observation;

import org.jspecify.annotations.NullMarked;
