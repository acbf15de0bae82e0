@NullMarked
package nl.datakade.portal.dataset;

import org.jspecify.annotations.NullMarked;
