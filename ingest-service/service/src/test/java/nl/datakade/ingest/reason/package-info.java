@NullMarked
package nl.datakade.ingest.reason;

import org.jspecify.annotations.NullMarked;
