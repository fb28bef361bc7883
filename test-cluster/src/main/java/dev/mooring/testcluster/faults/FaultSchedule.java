package dev.mooring.testcluster.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Spells of faults, one after another, with calm between them. The same seed gives the same schedule, so what a run met can be
 * met again.
 */
public final class FaultSchedule implements FaultPlan {
    private final NavigableMap<Duration, Spell> byBegin = new TreeMap<>();
    private final LongSupplier nanoTime;
    private final long begin;

    private FaultSchedule(List<Spell> spells, LongSupplier nanoTime) {
        spells.forEach(spell -> byBegin.put(spell.begin(), spell));
        this.nanoTime = nanoTime;
        begin = nanoTime.getAsLong();
    }

    /** Returns a schedule that begins now; no spell may begin before the one before it is over. */
    public static FaultSchedule begin(List<Spell> spells, LongSupplier nanoTime) {
        return new FaultSchedule(spells, nanoTime);
    }

    @Override
    public Fault faultFor(ApiRequest request) {
        Duration time = Duration.ofNanos(nanoTime.getAsLong() - begin);
        Map.Entry<Duration, Spell> latest = byBegin.floorEntry(time);
        return latest != null
                        && latest.getValue().includes(time)
                        && latest.getValue().resources().contains(request.resource())
                ? latest.getValue().fault()
                : Fault.NONE;
    }
}
