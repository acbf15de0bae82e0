@NullMarked
package nl.datakade.local;

import org.jspecify.annotations.NullMarked;
