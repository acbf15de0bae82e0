@NullMarked
package nl.datakade.platform.web;

import org.jspecify.annotations.NullMarked;
