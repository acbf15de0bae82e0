@NullMarked
package nl.datakade.portal.form;

import org.jspecify.annotations.NullMarked;
