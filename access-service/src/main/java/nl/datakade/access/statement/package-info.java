/**
 * What an asker's SQL may say. The engine's own parser turns the statement into a tree, in a worker; there the tree
 * is gone through, and whatever is not known to be harmless is refused. Nothing is executed.
 */
@NullMarked
package nl.datakade.access.statement;

import org.jspecify.annotations.NullMarked;
