/** The demo city is always the same, believable, and what its truth says. */
@NullMarked
package nl.datakade.city;

import org.jspecify.annotations.NullMarked;
