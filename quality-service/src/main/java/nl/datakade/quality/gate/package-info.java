/** What is held back and waits for somebody, and the steward's decision to let it pass. */
@NullMarked
package nl.datakade.quality.gate;

import org.jspecify.annotations.NullMarked;
