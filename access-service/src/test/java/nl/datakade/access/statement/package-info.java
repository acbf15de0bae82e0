@NullMarked
package nl.datakade.access.statement;

import org.jspecify.annotations.NullMarked;
