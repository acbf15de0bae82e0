@NullMarked
package nl.datakade.quality.profile;

import org.jspecify.annotations.NullMarked;
