/** What access announces: grants as state. */
@NullMarked
package nl.datakade.contracts.access;

import org.jspecify.annotations.NullMarked;
