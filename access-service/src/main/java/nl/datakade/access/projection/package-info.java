/** What access knows of datasets, versions and verdicts from other services' events, and how fresh that is. */
@NullMarked
package nl.datakade.access.projection;

import org.jspecify.annotations.NullMarked;
