@NullMarked
package nl.datakade.access.relation;

import org.jspecify.annotations.NullMarked;
