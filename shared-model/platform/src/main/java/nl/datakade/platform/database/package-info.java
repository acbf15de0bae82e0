/** What a service says of the state of its database when it starts. */
@NullMarked
package nl.datakade.platform.database;

import org.jspecify.annotations.NullMarked;
