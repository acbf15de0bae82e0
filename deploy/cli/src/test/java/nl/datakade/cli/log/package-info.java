@NullMarked
package nl.datakade.cli.log;

import org.jspecify.annotations.NullMarked;
