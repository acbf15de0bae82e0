/** The versions of datasets and their scores, as ingest and quality announce them. */
@NullMarked
package nl.datakade.catalog.version;

import org.jspecify.annotations.NullMarked;
