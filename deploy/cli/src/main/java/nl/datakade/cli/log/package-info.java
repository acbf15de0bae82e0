/** The disclosure log, verified from an export of it without trusting the platform or whoever shows the export. */
@NullMarked
package nl.datakade.cli.log;

import org.jspecify.annotations.NullMarked;
