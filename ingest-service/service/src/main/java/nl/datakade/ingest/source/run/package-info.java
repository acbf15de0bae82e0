/** Going to sources when they are due, by whichever instance is free, and keeping account of it. */
@NullMarked
package nl.datakade.ingest.source.run;

import org.jspecify.annotations.NullMarked;
