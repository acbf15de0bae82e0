@NullMarked
package nl.datakade.catalog;

import org.jspecify.annotations.NullMarked;
