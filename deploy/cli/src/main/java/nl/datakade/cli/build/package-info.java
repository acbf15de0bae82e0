/** Building and testing with Maven. */
@NullMarked
package nl.datakade.cli.build;

import org.jspecify.annotations.NullMarked;
