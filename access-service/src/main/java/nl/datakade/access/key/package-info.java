/** Keys of this service: one secret, from which every use has its own. */
@NullMarked
package nl.datakade.access.key;

import org.jspecify.annotations.NullMarked;
