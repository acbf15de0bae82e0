@NullMarked
package nl.datakade.source.pull;

import org.jspecify.annotations.NullMarked;
