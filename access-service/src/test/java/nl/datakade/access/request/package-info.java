@NullMarked
package nl.datakade.access.request;

import org.jspecify.annotations.NullMarked;
