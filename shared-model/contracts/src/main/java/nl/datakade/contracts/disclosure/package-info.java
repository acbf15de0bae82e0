/**
 * What the disclosure log is in its export, and how anybody checks it: records that each hold the hash of the one before,
 * and checkpoints that are signed. Pure Java, so that the service, the command line and a third party check alike.
 */
@NullMarked
package nl.datakade.contracts.disclosure;

import org.jspecify.annotations.NullMarked;
