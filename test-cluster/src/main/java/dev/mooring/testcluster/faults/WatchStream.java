package dev.mooring.testcluster.faults;

import java.io.IOException;
import java.util.Optional;

/** A watch that runs, from the API server to its client. */
interface WatchStream {
    /** Waits for the next piece; empty if the API server has ended the watch. */
    Optional<Piece> read() throws IOException;

    /** Hands a piece on to the client. */
    void write(Piece piece) throws IOException;

    /** Ends the watch as the API server does. */
    void end() throws IOException;
}
