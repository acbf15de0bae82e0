@NullMarked
package nl.datakade.ingest.source.credential;

import org.jspecify.annotations.NullMarked;
