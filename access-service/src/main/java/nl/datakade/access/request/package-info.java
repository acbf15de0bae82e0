/** Asking for access to a dataset for a purpose, and deciding on it with four eyes. */
@NullMarked
package nl.datakade.access.request;

import org.jspecify.annotations.NullMarked;
