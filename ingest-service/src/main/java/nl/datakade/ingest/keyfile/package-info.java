/** Keys that the service makes for itself where nobody gives it any. */
@NullMarked
package nl.datakade.ingest.keyfile;

import org.jspecify.annotations.NullMarked;
