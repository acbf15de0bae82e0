/**
 * What of a dataset may be seen: per column a treatment, per table a filter on rows. A column nobody decided about is
 * hidden. What shows more of personal columns is a proposal that two persons decide.
 */
@NullMarked
package nl.datakade.access.policy;

import org.jspecify.annotations.NullMarked;
