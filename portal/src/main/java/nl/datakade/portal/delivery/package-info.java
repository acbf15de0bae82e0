/** What departments brought: the list, one delivery's way, and bringing a file from a browser. */
@NullMarked
package nl.datakade.portal.delivery;

import org.jspecify.annotations.NullMarked;
