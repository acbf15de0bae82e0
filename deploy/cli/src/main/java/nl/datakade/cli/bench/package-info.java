/** What the platform costs in time and memory, measured on a system of its own that is thrown away afterwards. */
@NullMarked
package nl.datakade.cli.bench;

import org.jspecify.annotations.NullMarked;
