package nl.datakade.cli.table;

import java.io.PrintWriter;
import java.util.List;
import nl.datakade.cli.build.Build;
import nl.datakade.cli.build.Module;
import nl.datakade.cli.stack.StagedProgram;

/** The table reader as a program: built when it is not, within the heap that a worker of ingest may use. */
final class TableReading {

    private static final int HEAP_MIB = 512;

    private TableReading() {}

    static int run(String program, List<String> arguments, PrintWriter progress) {
        new Build(progress).ifStale(Module.TABLE_READER);
        return new StagedProgram("table-reader", Module.TABLE_READER, HEAP_MIB)
                .run("nl.datakade.table." + program, arguments);
    }
}
