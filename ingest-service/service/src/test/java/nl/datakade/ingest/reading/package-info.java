@NullMarked
package nl.datakade.ingest.reading;

import org.jspecify.annotations.NullMarked;
