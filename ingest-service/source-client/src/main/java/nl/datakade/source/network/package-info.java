/**
 * The way out: to hosts that the operator allows, at addresses outside the city's own network, checked where the
 * connection is made.
 */
@NullMarked
package nl.datakade.source.network;

import org.jspecify.annotations.NullMarked;
