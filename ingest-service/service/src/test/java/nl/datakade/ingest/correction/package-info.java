@NullMarked
package nl.datakade.ingest.correction;

import org.jspecify.annotations.NullMarked;
