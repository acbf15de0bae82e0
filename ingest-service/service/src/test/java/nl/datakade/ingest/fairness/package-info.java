@NullMarked
package nl.datakade.ingest.fairness;

import org.jspecify.annotations.NullMarked;
