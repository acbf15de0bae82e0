@NullMarked
package nl.datakade.ingest.retention;

import org.jspecify.annotations.NullMarked;
