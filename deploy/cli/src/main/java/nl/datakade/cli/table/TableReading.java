package nl.datakade.cli.table;

import java.io.PrintWriter;
import java.util.List;
import nl.datakade.cli.build.Build;
import nl.datakade.cli.stack.StagedProgram;

/** The reader of ingest-service, without the service: built when it is not, within the heap that a worker may use. */
final class TableReading {

    private static final int HEAP_MIB = 512;

    private TableReading() {}

    static int run(String program, List<String> arguments, PrintWriter progress) {
        new Build(progress).ifStale("ingest-service");
        return StagedProgram.of("ingest", HEAP_MIB).run("nl.datakade.ingest.table." + program, arguments);
    }
}
