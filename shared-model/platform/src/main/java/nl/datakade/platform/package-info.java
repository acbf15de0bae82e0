/** What every service needs and no service is about. Admitted here: only what three services use. */
@NullMarked
package nl.datakade.platform;

import org.jspecify.annotations.NullMarked;
