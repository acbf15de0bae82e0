/** Events that a service could not take in, and sending them back. */
@NullMarked
package nl.datakade.cli.deadletter;

import org.jspecify.annotations.NullMarked;
