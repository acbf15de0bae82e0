/** The versions of a dataset, and how one ends: withdrawn for good, or sent back to its department. */
@NullMarked
package nl.datakade.ingest.version;

import org.jspecify.annotations.NullMarked;
