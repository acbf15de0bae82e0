/** Keys that a service keeps for itself when nobody gave it one. */
@NullMarked
package nl.datakade.platform.key;

import org.jspecify.annotations.NullMarked;
