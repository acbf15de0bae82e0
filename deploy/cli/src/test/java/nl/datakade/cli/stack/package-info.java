@NullMarked
package nl.datakade.cli.stack;

import org.jspecify.annotations.NullMarked;
