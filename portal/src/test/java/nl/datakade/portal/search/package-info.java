@NullMarked
package nl.datakade.portal.search;

import org.jspecify.annotations.NullMarked;
