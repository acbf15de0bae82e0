/**
 * The versions of a dataset, what may happen to each (see {@code VersionTransition}), and what other services hear of it;
 * withdrawing one for good, and sending one back to its department.
 */
@NullMarked
package nl.datakade.ingest.version;

import org.jspecify.annotations.NullMarked;
