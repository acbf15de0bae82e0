/** The work list of versions that are held back, failed or sent back, and doing something about them. */
@NullMarked
package nl.datakade.portal.quarantine;

import org.jspecify.annotations.NullMarked;
