/** What is shown of score and profile, and to whom. */
@NullMarked
package nl.datakade.quality.report;

import org.jspecify.annotations.NullMarked;
