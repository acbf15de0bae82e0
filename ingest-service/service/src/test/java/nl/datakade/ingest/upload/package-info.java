@NullMarked
package nl.datakade.ingest.upload;

import org.jspecify.annotations.NullMarked;
