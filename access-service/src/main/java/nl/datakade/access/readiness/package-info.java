/** Whether a dataset can be queried, and if not: what is missing, whose move it is, and where to make it. */
@NullMarked
package nl.datakade.access.readiness;

import org.jspecify.annotations.NullMarked;
