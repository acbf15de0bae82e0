/** Who is calling, and that nobody gets in without a rule. */
@NullMarked
package nl.datakade.platform.security;

import org.jspecify.annotations.NullMarked;
