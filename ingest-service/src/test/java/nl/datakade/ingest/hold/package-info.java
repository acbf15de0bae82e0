@NullMarked
package nl.datakade.ingest.hold;

import org.jspecify.annotations.NullMarked;
