/** A small application on the platform, to prove the platform by. */
@NullMarked
package nl.datakade.platform.echo;

import org.jspecify.annotations.NullMarked;
