/** Calling the platform's APIs. */
@NullMarked
package nl.datakade.cli.api;

import org.jspecify.annotations.NullMarked;
