@NullMarked
package nl.datakade.ingest.source.run;

import org.jspecify.annotations.NullMarked;
