/** Why a version cannot be used as it is, for the people who must do something about it. */
@NullMarked
package nl.datakade.ingest.reason;

import org.jspecify.annotations.NullMarked;
