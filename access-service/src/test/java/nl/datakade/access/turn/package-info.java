@NullMarked
package nl.datakade.access.turn;

import org.jspecify.annotations.NullMarked;
