@NullMarked
package nl.datakade.quality.gate;

import org.jspecify.annotations.NullMarked;
