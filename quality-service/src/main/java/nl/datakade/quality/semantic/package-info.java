/**
 * What the values of a column mean (a BSN, a postcode, a coordinate), judged from its name and its values, and whether
 * they say something about a person.
 */
@NullMarked
package nl.datakade.quality.semantic;

import org.jspecify.annotations.NullMarked;
