/** Deliveries: what a department handed over, its receipt, and how far it came. */
@NullMarked
package nl.datakade.ingest.delivery;

import org.jspecify.annotations.NullMarked;
