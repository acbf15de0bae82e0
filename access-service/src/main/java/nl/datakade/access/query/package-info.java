/** Answering SQL: the statement is checked, the decision logged, and only then does a row leave. */
@NullMarked
package nl.datakade.access.query;

import org.jspecify.annotations.NullMarked;
