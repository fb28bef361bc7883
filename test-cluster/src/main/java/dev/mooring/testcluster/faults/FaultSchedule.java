package dev.mooring.testcluster.faults;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Spells of faults, one after another, with calm between them. The same seed gives the same schedule, so what a run met can be
 * met again.
 */
public final class FaultSchedule implements FaultPlan {
    private final List<Spell> spells;
    private final LongSupplier nanoTime;
    private final long begin;

    private FaultSchedule(List<Spell> spells, LongSupplier nanoTime) {
        this.spells = spells;
        this.nanoTime = nanoTime;
        begin = nanoTime.getAsLong();
    }

    /** Returns a schedule that begins now. */
    public static FaultSchedule begin(List<Spell> spells, LongSupplier nanoTime) {
        return new FaultSchedule(List.copyOf(spells), nanoTime);
    }

    @Override
    public Fault faultFor(ApiRequest request) {
        Duration time = Duration.ofNanos(nanoTime.getAsLong() - begin);
        for (Spell spell : spells) {
            if (spell.includes(time) && spell.resources().contains(request.resource())) {
                return spell.fault();
            }
        }
        return Fault.NONE;
    }
}
