@NullMarked
package nl.datakade.ingest;

import org.jspecify.annotations.NullMarked;
