/** What the services announce to each other: events, and the words in them. Change is additive only. */
@NullMarked
package nl.datakade.contracts;

import org.jspecify.annotations.NullMarked;
