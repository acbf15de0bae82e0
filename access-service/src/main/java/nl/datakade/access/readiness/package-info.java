/** Whether a dataset can be queried, and if not: what is missing, who must act, and where. */
@NullMarked
package nl.datakade.access.readiness;

import org.jspecify.annotations.NullMarked;
