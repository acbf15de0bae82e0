package nl.datakade.local;

import java.time.Duration;

/** Hears what is being started or stopped, from several threads. */
public interface Progress {

    Progress SILENT = new Progress() {};

    default void starting(String process) {}

    default void ready(String process, String url, Duration took) {}

    default void stopped(String process) {}
}
