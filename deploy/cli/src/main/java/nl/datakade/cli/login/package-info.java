/** Signing in as a person, in a browser: the device authorization grant of OAuth 2.0 (RFC 8628). */
@NullMarked
package nl.datakade.cli.login;

import org.jspecify.annotations.NullMarked;
