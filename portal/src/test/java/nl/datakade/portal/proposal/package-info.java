@NullMarked
package nl.datakade.portal.proposal;

import org.jspecify.annotations.NullMarked;
