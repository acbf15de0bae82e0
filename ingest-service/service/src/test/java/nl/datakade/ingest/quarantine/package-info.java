@NullMarked
package nl.datakade.ingest.quarantine;

import org.jspecify.annotations.NullMarked;
