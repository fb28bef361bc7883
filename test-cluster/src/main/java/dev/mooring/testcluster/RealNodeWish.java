package dev.mooring.testcluster;

import java.util.List;
import java.util.Map;

/** How much a real node is wanted. */
enum RealNodeWish {
    /** Nothing starts without it. */
    REQUIRED,
    /** Where a machine cannot have one, simulated nodes do, and tests are skipped that need it. */
    PREFERRED,
    /** As if this machine could not have one. */
    OFF;

    static final String VARIABLE = "MOORING_REAL_NODE";

    /** Returns what {@link #VARIABLE} says for tests. */
    static RealNodeWish ofTests(Map<String, String> environment) {
        String value = environment.getOrDefault(VARIABLE, "preferred");
        return switch (value) {
            case "required" -> REQUIRED;
            case "preferred" -> PREFERRED;
            case "off" -> OFF;
            default ->
                throw new IllegalArgumentException(
                        VARIABLE + " is \"" + value + "\"; it must be required, preferred or off");
        };
    }

    /** Returns why there is no real node, for a person. */
    static String refusal(List<String> missing) {
        return "this machine cannot have a real node:\n  - " + String.join("\n  - ", missing)
                + "\ntest-cluster/prepare-node installs Debian's packages";
    }
}
