/**
 * What leaves this service of the content of files, beside the query path: only what access would show the same person, and
 * only once it is in the disclosure log.
 */
@NullMarked
package nl.datakade.ingest.disclosure;

import org.jspecify.annotations.NullMarked;
