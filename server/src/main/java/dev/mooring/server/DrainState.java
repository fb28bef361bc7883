package dev.mooring.server;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Whether a server has been told to stop. From then on it is not ready, whatever else is. */
final class DrainState implements Readiness {
    private final Readiness process;
    private final AtomicBoolean draining = new AtomicBoolean();

    DrainState(Readiness process) {
        this.process = process;
    }

    /** Returns false if it had begun before. */
    boolean begin() {
        return draining.compareAndSet(false, true);
    }

    boolean isDraining() {
        return draining.get();
    }

    @Override
    public List<String> reasons() {
        List<String> reasons = process.reasons();
        return isDraining()
                ? Stream.concat(Stream.of("the server is stopping"), reasons.stream())
                        .toList()
                : reasons;
    }
}
