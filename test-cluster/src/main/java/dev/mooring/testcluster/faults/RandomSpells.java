package dev.mooring.testcluster.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Makes schedules from seeds. */
public final class RandomSpells {
    private static final int CALM_MILLIS = 4_000;
    private static final int SHORTEST_MILLIS = 500;
    private static final int SPELL_MILLIS = 6_000;
    private static final int LATEST_MILLIS = 3_000;
    private static final int[] CODES = {410, 429, 500, 503};

    private final RandomGenerator random;
    private final List<String> resources;

    private RandomSpells(RandomGenerator random, List<String> resources) {
        this.random = random;
        this.resources = resources;
    }

    /**
     * Returns spells of random faults, for as long as {@code length}, which meet those who ask about some or all of {@code
     * resources}.
     */
    public static List<Spell> of(long seed, List<String> resources, Duration length) {
        return new RandomSpells(new Random(seed), List.copyOf(resources)).until(length.toMillis());
    }

    private List<Spell> until(long end) {
        List<Spell> spells = new ArrayList<>();
        long time = random.nextInt(CALM_MILLIS);
        while (time < end) {
            long over = time + SHORTEST_MILLIS + random.nextInt(SPELL_MILLIS);
            spells.add(new Spell(Duration.ofMillis(time), Duration.ofMillis(over), some(), fault()));
            time = over + random.nextInt(CALM_MILLIS);
        }
        return spells;
    }

    /** As often one kind alone, whose view grows old while the others stay fresh, as all together. */
    private Set<String> some() {
        return random.nextBoolean() ? Set.copyOf(resources) : Set.of(resources.get(random.nextInt(resources.size())));
    }

    private Fault fault() {
        return switch (random.nextInt(11)) {
            case 0, 1 -> new Fault.Late(Duration.ofMillis(1L + random.nextInt(LATEST_MILLIS)));
            case 2 -> new Fault.BlackHole();
            case 3 -> new Fault.Reset();
            case 4 -> new Fault.Answer(CODES[random.nextInt(CODES.length)]);
            case 5 -> new Fault.StaleList();
            case 6 -> new Fault.Duplicate();
            case 7 -> new Fault.Lost();
            case 8 -> new Fault.BookmarksOnly();
            case 9 -> new Fault.ErrorEvent(CODES[random.nextInt(CODES.length)]);
            default -> new Fault.End();
        };
    }
}
