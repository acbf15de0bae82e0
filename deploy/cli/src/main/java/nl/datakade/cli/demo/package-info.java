/** From nothing to a running city in one command. */
@NullMarked
package nl.datakade.cli.demo;

import org.jspecify.annotations.NullMarked;
