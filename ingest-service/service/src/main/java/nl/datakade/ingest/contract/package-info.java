/** What stewards laid down about how the files of a dataset are read; it holds until they change it. */
@NullMarked
package nl.datakade.ingest.contract;

import org.jspecify.annotations.NullMarked;
