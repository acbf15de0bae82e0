/** The register of processing activities (AVG art. 30): the purposes for which data may be asked. */
@NullMarked
package nl.datakade.access.activity;

import org.jspecify.annotations.NullMarked;
