/** Changes that an owner and a privacy officer decide together: a lower classification, another owner, columns that show more. */
@NullMarked
package nl.datakade.portal.proposal;

import org.jspecify.annotations.NullMarked;
