/** Finding a dataset: the start page. */
@NullMarked
package nl.datakade.portal.search;

import org.jspecify.annotations.NullMarked;
