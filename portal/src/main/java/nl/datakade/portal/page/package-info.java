/** What all pages share: language, figures in words, errors, how the services are doing. */
@NullMarked
package nl.datakade.portal.page;

import org.jspecify.annotations.NullMarked;
