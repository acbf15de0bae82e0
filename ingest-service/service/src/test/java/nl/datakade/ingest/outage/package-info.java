/** What others do wrong: a store that is full, a bucket that is gone, a virus scanner that is away. */
@NullMarked
package nl.datakade.ingest.outage;

import org.jspecify.annotations.NullMarked;
