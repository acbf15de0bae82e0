@NullMarked
package nl.datakade.ingest.version;

import org.jspecify.annotations.NullMarked;
