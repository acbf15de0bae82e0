/** Looking into the disclosure log: who may see which of its records, its export, and reports to it by other services. */
@NullMarked
package nl.datakade.access.inspection;

import org.jspecify.annotations.NullMarked;
