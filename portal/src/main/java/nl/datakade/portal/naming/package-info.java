/** What people call datasets and departments. */
@NullMarked
package nl.datakade.portal.naming;

import org.jspecify.annotations.NullMarked;
