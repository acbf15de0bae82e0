@NullMarked
package nl.datakade.cli.doctor;

import org.jspecify.annotations.NullMarked;
