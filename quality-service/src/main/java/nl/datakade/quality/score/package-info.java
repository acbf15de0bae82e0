/**
 * How good a version is: the nine dimensions of NORA's framework for data quality, computed from what was measured of its
 * content and its description. Every figure can be recomputed by hand; {@code docs/quality.md} says how.
 */
@NullMarked
package nl.datakade.quality.score;

import org.jspecify.annotations.NullMarked;
