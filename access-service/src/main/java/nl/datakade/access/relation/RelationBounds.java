package nl.datakade.access.relation;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What queries may use.
 *
 * @param directory of the snapshots
 * @param engineMegabytes memory of the engine that answers; the process may hold somewhat more
 * @param threads of one query
 * @param timeout after which a query ends
 * @param keepFor a snapshot unused for longer goes
 * @param keepMegabytes of snapshots; beyond, the ones unused for longest go
 */
public record RelationBounds(
        Path directory, int engineMegabytes, int threads, Duration timeout, Duration keepFor, long keepMegabytes) {}
