/**
 * What of a dataset may be seen: per column a treatment, per table a filter on rows. A column nobody decided about is
 * hidden.
 */
@NullMarked
package nl.datakade.access.policy;

import org.jspecify.annotations.NullMarked;
