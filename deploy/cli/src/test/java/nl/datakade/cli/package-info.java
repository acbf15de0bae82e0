@NullMarked
package nl.datakade.cli;

import org.jspecify.annotations.NullMarked;
