/** A steward corrects how a version was read, or has it read again: the raw bytes become its next reading. */
@NullMarked
package nl.datakade.ingest.correction;

import org.jspecify.annotations.NullMarked;
