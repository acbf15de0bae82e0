@NullMarked
package nl.datakade.testkit;

import org.jspecify.annotations.NullMarked;
