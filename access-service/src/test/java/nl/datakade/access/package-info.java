@NullMarked
package nl.datakade.access;

import org.jspecify.annotations.NullMarked;
