@NullMarked
package nl.datakade.ingest.source.network;

import org.jspecify.annotations.NullMarked;
