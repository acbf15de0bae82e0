/** Whether what the platform holds agrees with itself. */
@NullMarked
package nl.datakade.cli.doctor;

import org.jspecify.annotations.NullMarked;
