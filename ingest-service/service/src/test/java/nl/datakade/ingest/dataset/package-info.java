@NullMarked
package nl.datakade.ingest.dataset;

import org.jspecify.annotations.NullMarked;
