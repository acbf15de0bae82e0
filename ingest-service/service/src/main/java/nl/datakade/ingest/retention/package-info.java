/** How long versions are kept: by the dataset's own rule, else its department's, else the city's; and their removal. */
@NullMarked
package nl.datakade.ingest.retention;

import org.jspecify.annotations.NullMarked;
