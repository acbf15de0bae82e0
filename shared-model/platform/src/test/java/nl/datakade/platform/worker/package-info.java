@NullMarked
package nl.datakade.platform.worker;

import org.jspecify.annotations.NullMarked;
