package nl.datakade.quality.assessment;

/** Said inside the service, in the transaction in which a version became due. */
record VersionDue() {}
