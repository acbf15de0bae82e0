/** What is left of a version whose bytes are gone: what it was, by which rule it went, and the proof. */
@NullMarked
package nl.datakade.ingest.tombstone;

import org.jspecify.annotations.NullMarked;
