@NullMarked
package nl.datakade.platform.problem;

import org.jspecify.annotations.NullMarked;
