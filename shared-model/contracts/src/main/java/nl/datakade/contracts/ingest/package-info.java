/** What ingest announces: deliveries as facts, versions as state. */
@NullMarked
package nl.datakade.contracts.ingest;

import org.jspecify.annotations.NullMarked;
