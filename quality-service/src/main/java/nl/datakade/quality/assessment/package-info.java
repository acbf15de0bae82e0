/**
 * Judges every version: takes in what ingest and catalogue announce, measures the tables in a worker process, keeps profile and
 * judgement, and announces the score.
 */
@NullMarked
package nl.datakade.quality.assessment;

import org.jspecify.annotations.NullMarked;
