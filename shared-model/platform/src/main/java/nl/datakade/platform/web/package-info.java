/** What every HTTP API of the city has in common: version header, OpenAPI document, pages of a list. */
@NullMarked
package nl.datakade.platform.web;

import org.jspecify.annotations.NullMarked;
