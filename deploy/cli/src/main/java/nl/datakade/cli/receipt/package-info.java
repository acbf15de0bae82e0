/** Signed receipts: verified here without trusting whoever shows them, and the keys that sign them. */
@NullMarked
package nl.datakade.cli.receipt;

import org.jspecify.annotations.NullMarked;
