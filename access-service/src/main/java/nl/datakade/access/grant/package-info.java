/** Who may use which dataset for which purpose, until when; announced to whoever needs to know. */
@NullMarked
package nl.datakade.access.grant;

import org.jspecify.annotations.NullMarked;
