package dev.mooring.testcluster.faults;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * Hands the events of one watch on, with the faults that the plan chooses for each.
 *
 * <p>One thread reads what comes and when, another writes: late events do not make those behind them later still.
 */
final class WatchRelay {
    /** What is to become of the connection. */
    enum Outcome {
        GOES_ON,
        ENDED,
        RESET,
        HALF_OPEN
    }

    private sealed interface Arrival {
        record Of(Piece piece, long nanoTime) implements Arrival {}

        record Last() implements Arrival {}
    }

    private final ApiRequest request;
    private final WatchStream stream;
    private final Supplier<FaultPlan> plan;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private String lastVersion;
    private boolean hasGap;

    WatchRelay(ApiRequest request, WatchStream stream, Supplier<FaultPlan> plan) {
        this.request = request;
        this.stream = stream;
        this.plan = plan;
        lastVersion = request.parameter("resourceVersion");
    }

    /** Returns when the watch is over, for whatever reason. */
    Outcome run() throws IOException, InterruptedException {
        Thread.ofVirtual().start(this::readAll);
        while (arrivals.take() instanceof Arrival.Of arrival) {
            Outcome outcome = handOn(arrival);
            if (outcome != Outcome.GOES_ON) {
                return outcome;
            }
        }
        return end();
    }

    private void readAll() {
        try {
            for (var piece = stream.read(); piece.isPresent(); piece = stream.read()) {
                arrivals.add(new Arrival.Of(piece.get(), System.nanoTime()));
            }
        } catch (IOException closed) {
            // One side has gone: there is no more to read.
        }
        arrivals.add(new Arrival.Last());
    }

    private Outcome handOn(Arrival.Of arrival) throws IOException, InterruptedException {
        Piece piece = arrival.piece();
        return switch (plan.get().faultFor(request)) {
            case Fault.BlackHole ignored -> Outcome.HALF_OPEN;
            case Fault.Reset ignored -> Outcome.RESET;
            case Fault.Late late -> {
                Pause.until(arrival.nanoTime() + late.delay().toNanos());
                yield pass(piece);
            }
            case Fault.Duplicate ignored -> piece.isEvent() ? passTwice(piece) : pass(piece);
            case Fault.Lost ignored -> piece.isEvent() ? withhold() : pass(piece);
            case Fault.BookmarksOnly ignored -> piece.isEvent() ? bookmark(piece) : pass(piece);
            case Fault.ErrorEvent error -> error(error.code());
            case Fault.End ignored -> end();
            case Fault.None ignored -> afterGap(piece);
            case Fault.Answer ignored -> afterGap(piece);
            case Fault.StaleList ignored -> afterGap(piece);
        };
    }

    private Outcome afterGap(Piece piece) throws IOException {
        return hasGap ? end() : pass(piece);
    }

    private Outcome pass(Piece piece) throws IOException {
        if (hasGap && piece.isEvent()) {
            return end();
        }
        stream.write(piece);
        if (piece.isEvent()) {
            lastVersion = MadeUp.resourceVersion(piece.bytes());
        }
        return Outcome.GOES_ON;
    }

    private Outcome passTwice(Piece piece) throws IOException {
        Outcome first = pass(piece);
        return first == Outcome.GOES_ON ? pass(piece) : first;
    }

    private Outcome withhold() {
        hasGap = true;
        return Outcome.GOES_ON;
    }

    private Outcome bookmark(Piece piece) throws IOException {
        hasGap = true;
        if (!lastVersion.isEmpty()) {
            stream.write(Piece.event(MadeUp.bookmark(piece.bytes(), lastVersion)));
        }
        return Outcome.GOES_ON;
    }

    private Outcome error(int code) throws IOException {
        stream.write(Piece.event(MadeUp.error(code)));
        return end();
    }

    private Outcome end() throws IOException {
        stream.end();
        return Outcome.ENDED;
    }
}
