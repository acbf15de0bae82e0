@NullMarked
package nl.datakade.platform.folder;

import org.jspecify.annotations.NullMarked;
