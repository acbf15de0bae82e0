@NullMarked
package nl.datakade.ingest.stream;

import org.jspecify.annotations.NullMarked;
