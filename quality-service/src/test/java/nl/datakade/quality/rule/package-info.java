@NullMarked
package nl.datakade.quality.rule;

import org.jspecify.annotations.NullMarked;
