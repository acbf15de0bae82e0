/** Proves that deliveries, versions, objects and announcements agree, and mends what can be mended. */
@NullMarked
package nl.datakade.ingest.balance;

import org.jspecify.annotations.NullMarked;
