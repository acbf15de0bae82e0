package nl.datakade.source.pull;

import java.io.IOException;

/** Gets data of one kind. */
public interface Pull {

    Kind kind();

    /**
     * Begins; what streams in is read afterwards.
     *
     * @throws PullFailure for what the other side did
     * @throws IOException for what the line did
     */
    Pulled from(Order order) throws IOException;
}
