@NullMarked
package nl.datakade.platform.security;

import org.jspecify.annotations.NullMarked;
