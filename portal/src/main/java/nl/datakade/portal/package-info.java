/** The web pages of the platform. They keep nothing: every figure on them was asked of the four services for this visitor. */
@NullMarked
package nl.datakade.portal;

import org.jspecify.annotations.NullMarked;
