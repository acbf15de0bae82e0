/** Hands a department's file to the platform, and says what became of it. */
@NullMarked
package nl.datakade.cli.push;

import org.jspecify.annotations.NullMarked;
