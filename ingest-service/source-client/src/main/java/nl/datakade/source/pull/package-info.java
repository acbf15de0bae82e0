/** Getting what stands at a source, in each of the ways in which the outside world offers data. */
@NullMarked
package nl.datakade.source.pull;

import org.jspecify.annotations.NullMarked;
