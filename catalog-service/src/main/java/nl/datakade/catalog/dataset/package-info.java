/** Datasets: who answers for them, what they are about, how they are classified, and what they still lack. */
@NullMarked
package nl.datakade.catalog.dataset;

import org.jspecify.annotations.NullMarked;
