@NullMarked
package nl.datakade.quality.semantic;

import org.jspecify.annotations.NullMarked;
