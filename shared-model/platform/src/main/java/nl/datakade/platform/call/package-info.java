/** Calls from one service to another: as the service itself, or for the person whose request it serves. */
@NullMarked
package nl.datakade.platform.call;

import org.jspecify.annotations.NullMarked;
