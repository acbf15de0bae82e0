@NullMarked
package nl.datakade.ingest.observation;

import org.jspecify.annotations.NullMarked;
