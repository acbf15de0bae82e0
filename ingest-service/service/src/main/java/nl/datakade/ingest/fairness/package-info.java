/** So that no client takes what others need: how much each may send, and how the answer tells. */
@NullMarked
package nl.datakade.ingest.fairness;

import org.jspecify.annotations.NullMarked;
