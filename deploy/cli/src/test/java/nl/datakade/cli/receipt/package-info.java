/** Tests of verifying what the platform signed. */
@NullMarked
package nl.datakade.cli.receipt;

import org.jspecify.annotations.NullMarked;
