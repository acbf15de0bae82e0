/** What stands in the tables of a version, in figures: measured in one engine, and shown without giving anybody away. */
@NullMarked
package nl.datakade.quality.profile;

import org.jspecify.annotations.NullMarked;
