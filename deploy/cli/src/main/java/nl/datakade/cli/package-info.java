/** The program behind {@code ./datakade}: each feature in a package of its own, put together here. */
@NullMarked
package nl.datakade.cli;

import org.jspecify.annotations.NullMarked;
