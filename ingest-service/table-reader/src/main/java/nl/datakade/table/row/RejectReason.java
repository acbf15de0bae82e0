package nl.datakade.table.row;

/** Why a row is rejected, for those who mend the file: they read Dutch, or English. */
public record RejectReason(String english, String dutch) {}
