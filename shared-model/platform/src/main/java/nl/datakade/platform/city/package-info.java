/** Which city this is: configuration, never code. */
@NullMarked
package nl.datakade.platform.city;

import org.jspecify.annotations.NullMarked;
