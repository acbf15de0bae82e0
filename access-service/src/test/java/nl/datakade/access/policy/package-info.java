@NullMarked
package nl.datakade.access.policy;

import org.jspecify.annotations.NullMarked;
