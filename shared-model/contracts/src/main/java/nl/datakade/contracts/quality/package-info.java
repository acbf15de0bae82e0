/** What quality announces: the score and verdict of each version as state. */
@NullMarked
package nl.datakade.contracts.quality;

import org.jspecify.annotations.NullMarked;
