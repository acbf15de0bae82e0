/** What catalog announces: datasets and departments as state. */
@NullMarked
package nl.datakade.contracts.catalog;

import org.jspecify.annotations.NullMarked;
