/** Errors as problem documents (RFC 9457), in Dutch and English. */
@NullMarked
package nl.datakade.platform.problem;

import org.jspecify.annotations.NullMarked;
