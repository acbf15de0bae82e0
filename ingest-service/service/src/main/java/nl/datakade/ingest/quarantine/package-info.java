/** The work list of versions that somebody must do something about: why, since when, whose move it is, and where. */
@NullMarked
package nl.datakade.ingest.quarantine;

import org.jspecify.annotations.NullMarked;
