/** Taking in a file: streamed to object storage while it is hashed, verified before it is visible, then a receipt. */
@NullMarked
package nl.datakade.ingest.landing;

import org.jspecify.annotations.NullMarked;
