/**
 * Observations on their way from Kafka into versions: a few seconds' worth at a time becomes a delivery, whose version
 * shows them appended to those before.
 */
@NullMarked
package nl.datakade.ingest.stream;

import org.jspecify.annotations.NullMarked;
