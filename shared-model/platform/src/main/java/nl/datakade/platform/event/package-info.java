/** Events between services: written in the state's own transaction, published in order, taken in exactly once. */
@NullMarked
package nl.datakade.platform.event;

import org.jspecify.annotations.NullMarked;
