/** How progress looks on a console. */
@NullMarked
package nl.datakade.cli.console;

import org.jspecify.annotations.NullMarked;
