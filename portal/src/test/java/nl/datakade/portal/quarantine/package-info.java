@NullMarked
package nl.datakade.portal.quarantine;

import org.jspecify.annotations.NullMarked;
