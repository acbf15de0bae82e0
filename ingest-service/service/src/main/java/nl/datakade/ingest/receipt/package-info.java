/** Receipts that prove themselves: signed with the platform's key, to be verified by anybody, later and offline. */
@NullMarked
package nl.datakade.ingest.receipt;

import org.jspecify.annotations.NullMarked;
