@NullMarked
package nl.datakade.quality.report;

import org.jspecify.annotations.NullMarked;
