/**
 * Files that come in over several requests, by the tus protocol (<a href="https://tus.io/protocols/resumable-upload">tus
 * 1.0.0</a>): what has come is never asked for again, whoever is killed on the way.
 */
@NullMarked
package nl.datakade.ingest.upload;

import org.jspecify.annotations.NullMarked;
