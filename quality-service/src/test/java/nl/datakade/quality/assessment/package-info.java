@NullMarked
package nl.datakade.quality.assessment;

import org.jspecify.annotations.NullMarked;
