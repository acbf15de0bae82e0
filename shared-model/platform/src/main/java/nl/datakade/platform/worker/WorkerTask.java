package nl.datakade.platform.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Work for a worker process. The class needs a constructor without parameters, and is on the class path of the service,
 * which is the worker's too; nothing else of the service is there: no Spring, no environment, no secrets.
 */
@FunctionalInterface
public interface WorkerTask {

    /**
     * Does the work. What is written to {@code out} streams to the caller, who may read slowly or stop reading: then
     * the process is ended. An exception becomes {@link WorkerOutcome.Failed}.
     */
    void run(InputStream in, OutputStream out) throws Exception;

    /** Loads what the first run would otherwise wait for; called when a process starts, before it is handed out. */
    default void warmUp() throws IOException {}
}
