@NullMarked
package nl.datakade.catalog.dataset;

import org.jspecify.annotations.NullMarked;
