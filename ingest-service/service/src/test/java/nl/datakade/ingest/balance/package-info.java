@NullMarked
package nl.datakade.ingest.balance;

import org.jspecify.annotations.NullMarked;
