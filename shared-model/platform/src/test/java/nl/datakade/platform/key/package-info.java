@NullMarked
package nl.datakade.platform.key;

import org.jspecify.annotations.NullMarked;
