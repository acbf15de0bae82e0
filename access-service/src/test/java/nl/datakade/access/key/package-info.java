@NullMarked
package nl.datakade.access.key;

import org.jspecify.annotations.NullMarked;
