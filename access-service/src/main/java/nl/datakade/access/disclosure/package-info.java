/** The disclosure log: who was let see what, for which purpose, and who was not. It only grows, and tampering shows. */
@NullMarked
package nl.datakade.access.disclosure;

import org.jspecify.annotations.NullMarked;
