package dev.mooring.testcluster.faults;

import java.time.Duration;
import java.util.Set;

/**
 * A time during which one fault is met.
 *
 * @param begin counted from the begin of the schedule
 * @param end the first moment at which it is over
 * @param resources what must be asked about to meet it
 * @param fault what is met
 */
public record Spell(Duration begin, Duration end, Set<String> resources, Fault fault) {
    public Spell {
        resources = Set.copyOf(resources);
    }

    boolean includes(Duration time) {
        return time.compareTo(begin) >= 0 && time.compareTo(end) < 0;
    }
}
