@NullMarked
package nl.datakade.quality.score;

import org.jspecify.annotations.NullMarked;
