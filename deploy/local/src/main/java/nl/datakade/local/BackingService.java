package nl.datakade.local;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One of the four: how it is prepared, started, and known to be ready. */
interface BackingService {

    String name();

    /** Where it is reached, for a person. */
    String url();

    /** The processes whose ports it listens on. */
    List<String> ports();

    /** Everything before its process can start; does only what was not done before. */
    void prepare() throws IOException;

    Launch launch();

    boolean isReady();

    /** What is set up inside it once it answers; does only what was not done before. */
    default void furnish() {}

    /** What it must wait for before it can start. */
    default List<String> after() {
        return List.of();
    }

    default String stopSignal() {
        return "TERM";
    }

    default Duration patience() {
        return Duration.ofMinutes(2);
    }
}
