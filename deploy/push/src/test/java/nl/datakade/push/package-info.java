/** What a push sends, byte by byte, and what it says. */
@NullMarked
package nl.datakade.push;

import org.jspecify.annotations.NullMarked;
