@NullMarked
package nl.datakade.portal.page;

import org.jspecify.annotations.NullMarked;
