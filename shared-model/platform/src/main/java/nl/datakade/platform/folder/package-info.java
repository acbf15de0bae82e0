/** Local folders: every running instance works in one of its own, also when several share a machine or a volume. */
@NullMarked
package nl.datakade.platform.folder;

import org.jspecify.annotations.NullMarked;
