/** Signing in as a person. */
@NullMarked
package nl.datakade.cli.login;

import org.jspecify.annotations.NullMarked;
