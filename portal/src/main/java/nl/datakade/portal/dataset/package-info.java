/** Everything about one dataset on one page, and asking for its use. */
@NullMarked
package nl.datakade.portal.dataset;

import org.jspecify.annotations.NullMarked;
