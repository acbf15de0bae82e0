@NullMarked
package nl.datakade.ingest.delivery;

import org.jspecify.annotations.NullMarked;
