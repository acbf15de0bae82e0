@NullMarked
package nl.datakade.ingest.landing;

import org.jspecify.annotations.NullMarked;
