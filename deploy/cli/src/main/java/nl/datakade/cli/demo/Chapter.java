package nl.datakade.cli.demo;

import java.io.PrintWriter;

/** One part of the demo, shown on the console while it happens through the public APIs. */
public interface Chapter {

    String title();

    /** Does it and says what it does; what it throws ends the demo. */
    void run(PrintWriter out) throws Exception;
}
