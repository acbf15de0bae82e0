@NullMarked
package nl.datakade.source.network;

import org.jspecify.annotations.NullMarked;
