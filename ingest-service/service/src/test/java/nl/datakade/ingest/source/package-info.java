@NullMarked
package nl.datakade.ingest.source;

import org.jspecify.annotations.NullMarked;
