package dev.mooring.charts.policies;

import dev.mooring.charts.ChartValues;
import java.util.Locale;

/** What the chart's values say of pods that name storage themselves. */
enum InlineVolumes {
    /** The webhook looks at them, and no policy does. */
    CHECK,
    /** A policy refuses them all, in projects. */
    REFUSE;

    private static final String POLICY = "mooring-inline-volumes";

    /** Returns {@code values} with this among them. */
    ChartValues in(ChartValues values) {
        return values.with("inlineVolumes.inPods", name().toLowerCase(Locale.ROOT));
    }

    /** Returns whether {@code example} is one for such a chart. Where the policy stands it may refuse what others let through. */
    boolean shows(Example example) {
        return example.policy().equals(POLICY) == (this == REFUSE);
    }
}
