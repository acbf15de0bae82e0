package nl.datakade.access.relation;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What queries may use.
 *
 * @param directory in which this instance keeps snapshots and answers, in a folder of its own
 * @param engineMegabytes memory of the engine that answers; the process may hold somewhat more
 * @param threads of one query
 * @param timeout after which a query ends
 * @param keepFor a snapshot unused for longer goes
 * @param keepMegabytes of snapshots; beyond, the ones unused for longest go
 * @param rowLimit most rows of one answer
 * @param answerMegabytes most of one answer
 * @param answersMegabytes most of all answers that are under way
 */
public record RelationBounds(
        Path directory,
        int engineMegabytes,
        int threads,
        Duration timeout,
        Duration keepFor,
        long keepMegabytes,
        int rowLimit,
        long answerMegabytes,
        long answersMegabytes) {}
