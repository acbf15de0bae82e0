@NullMarked
package nl.datakade.catalog.search;

import org.jspecify.annotations.NullMarked;
