package nl.datakade.ingest.source.run;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.datakade.ingest.source.Source;

/**
 * A run that this instance makes.
 *
 * @param run its id, by which it holds the source
 * @param attempts that failed before it since the scheduled moment
 * @param mark of the last run that succeeded; empty to get everything anew
 * @param lost set when the source went to another instance, or is no more
 */
record Job(UUID run, Source source, int attempts, Instant dueAt, Map<String, String> mark, AtomicBoolean lost) {}
