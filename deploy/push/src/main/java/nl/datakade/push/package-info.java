/** Hands a department's file to the platform, and says what became of it. */
@NullMarked
package nl.datakade.push;

import org.jspecify.annotations.NullMarked;
