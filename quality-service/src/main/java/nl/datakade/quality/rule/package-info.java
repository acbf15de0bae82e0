/** The rules that a version must keep to be released by itself, and what else somebody should look at. */
@NullMarked
package nl.datakade.quality.rule;

import org.jspecify.annotations.NullMarked;
