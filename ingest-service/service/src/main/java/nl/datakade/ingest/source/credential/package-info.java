/** With what a source's host is convinced; kept encrypted, and never shown again. */
@NullMarked
package nl.datakade.ingest.source.credential;

import org.jspecify.annotations.NullMarked;
