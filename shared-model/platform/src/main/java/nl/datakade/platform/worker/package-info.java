/**
 * Processes of their own for work that may crash, hang or eat memory: native engines, readers of files from outside,
 * other people's SQL. What goes wrong there is a {@link nl.datakade.platform.worker.WorkerOutcome} here.
 */
@NullMarked
package nl.datakade.platform.worker;

import org.jspecify.annotations.NullMarked;
