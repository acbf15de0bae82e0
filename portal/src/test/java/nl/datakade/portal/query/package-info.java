@NullMarked
package nl.datakade.portal.query;

import org.jspecify.annotations.NullMarked;
