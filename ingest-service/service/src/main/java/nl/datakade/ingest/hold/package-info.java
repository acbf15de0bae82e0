/** Legal holds: what must be kept, whatever the rules about keeping say. */
@NullMarked
package nl.datakade.ingest.hold;

import org.jspecify.annotations.NullMarked;
