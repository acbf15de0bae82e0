@NullMarked
package nl.datakade.catalog.department;

import org.jspecify.annotations.NullMarked;
