@NullMarked
package nl.datakade.ingest.source.pull;

import org.jspecify.annotations.NullMarked;
