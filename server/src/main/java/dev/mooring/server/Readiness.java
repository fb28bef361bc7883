package dev.mooring.server;

import java.util.List;

/** Says whether a process can do its work. */
@FunctionalInterface
public interface Readiness {
    /**
     * Returns why the process is not ready, one sentence each; empty means that it is. Called on an event
     * loop: reads memory only.
     */
    List<String> reasons();
}
