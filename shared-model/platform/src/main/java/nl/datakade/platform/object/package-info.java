/** Object storage: writing once, reading through a local cache. */
@NullMarked
package nl.datakade.platform.object;

import org.jspecify.annotations.NullMarked;
