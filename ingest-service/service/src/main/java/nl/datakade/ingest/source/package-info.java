/** Sources: where ingest goes by itself to get a dataset's data, and when. */
@NullMarked
package nl.datakade.ingest.source;

import org.jspecify.annotations.NullMarked;
