@NullMarked
package nl.datakade.quality;

import org.jspecify.annotations.NullMarked;
