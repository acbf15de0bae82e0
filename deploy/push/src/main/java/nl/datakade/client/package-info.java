/** The platform as a command sees it: its public HTTP APIs, and somebody who calls them. */
@NullMarked
package nl.datakade.client;

import org.jspecify.annotations.NullMarked;
