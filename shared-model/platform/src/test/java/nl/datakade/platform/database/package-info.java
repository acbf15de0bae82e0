@NullMarked
package nl.datakade.platform.database;

import org.jspecify.annotations.NullMarked;
