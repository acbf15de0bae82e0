@NullMarked
package nl.datakade.portal;

import org.jspecify.annotations.NullMarked;
