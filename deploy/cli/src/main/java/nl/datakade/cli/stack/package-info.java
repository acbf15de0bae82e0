/** The whole system on this machine: started, stopped, looked at, emptied. */
@NullMarked
package nl.datakade.cli.stack;

import org.jspecify.annotations.NullMarked;
