@NullMarked
package nl.datakade.ingest.receipt;

import org.jspecify.annotations.NullMarked;
