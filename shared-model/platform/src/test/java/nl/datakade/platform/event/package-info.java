@NullMarked
package nl.datakade.platform.event;

import org.jspecify.annotations.NullMarked;
