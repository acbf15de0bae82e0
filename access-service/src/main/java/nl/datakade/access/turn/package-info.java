/** Turns: how many questions are worked on at once, in all and of one person, and who comes next. */
@NullMarked
package nl.datakade.access.turn;

import org.jspecify.annotations.NullMarked;
