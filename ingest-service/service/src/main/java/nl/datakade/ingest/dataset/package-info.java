/** The datasets and departments that ingest knows: what catalog announced, and names that it met first. */
@NullMarked
package nl.datakade.ingest.dataset;

import org.jspecify.annotations.NullMarked;
