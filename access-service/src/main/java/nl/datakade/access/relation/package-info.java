/**
 * The governed relation: what stands between raw tables and an asker's SQL. A trusted engine writes the rows and
 * columns that may be seen, already treated, into an encrypted snapshot; another engine, in another process, knows
 * nothing but that snapshot and runs the statement on it.
 */
@NullMarked
package nl.datakade.access.relation;

import org.jspecify.annotations.NullMarked;
