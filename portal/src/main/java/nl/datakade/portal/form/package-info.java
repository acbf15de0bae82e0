/** Forms with a file in them, read as they stream in. */
@NullMarked
package nl.datakade.portal.form;

import org.jspecify.annotations.NullMarked;
