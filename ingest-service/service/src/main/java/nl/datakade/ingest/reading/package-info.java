/** Reading deliveries into tables: a queue that survives a kill, a process of its own for each file. */
@NullMarked
package nl.datakade.ingest.reading;

import org.jspecify.annotations.NullMarked;
