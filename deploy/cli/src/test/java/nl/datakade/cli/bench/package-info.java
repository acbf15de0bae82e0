/** The arithmetic behind the figures. */
@NullMarked
package nl.datakade.cli.bench;

import org.jspecify.annotations.NullMarked;
