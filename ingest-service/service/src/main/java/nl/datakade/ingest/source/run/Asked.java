package nl.datakade.ingest.source.run;

/** Somebody asked for a run. */
record Asked() {}
