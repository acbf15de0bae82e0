@NullMarked
package nl.datakade.cli.build;

import org.jspecify.annotations.NullMarked;
