@NullMarked
package nl.datakade.platform.object;

import org.jspecify.annotations.NullMarked;
