package dev.mooring.informers;

/** Where the heartbeats of one kind are kept. Every call ends within seconds; an exception says that it came to nothing. */
interface HeartbeatStore {
    /** Makes the process's heartbeat the one of this number. */
    void write(long number);

    /** Deletes what a process left, unless it has changed meanwhile. */
    void delete(ForeignHeartbeats.Leftover leftover);

    /** Deletes the process's own heartbeat. */
    void delete();
}
