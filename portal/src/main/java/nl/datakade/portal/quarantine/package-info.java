/** The work list of versions that are held back or failed. */
@NullMarked
package nl.datakade.portal.quarantine;

import org.jspecify.annotations.NullMarked;
