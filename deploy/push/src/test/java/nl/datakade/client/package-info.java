/** Calling the platform's APIs. */
@NullMarked
package nl.datakade.client;

import org.jspecify.annotations.NullMarked;
