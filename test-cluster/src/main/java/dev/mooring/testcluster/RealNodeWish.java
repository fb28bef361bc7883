package dev.mooring.testcluster;

import java.util.List;
import java.util.Map;

/** What becomes of a wish for a real node on a machine that cannot have one. */
enum RealNodeWish {
    /** Nothing starts without it. */
    REQUIRED,
    /** Tests are skipped that need it. */
    PREFERRED;

    static final String VARIABLE = "MOORING_REAL_NODE";

    /** Returns what {@link #VARIABLE} says for tests. */
    static RealNodeWish ofTests(Map<String, String> environment) {
        String value = environment.getOrDefault(VARIABLE, "preferred");
        return switch (value) {
            case "required" -> REQUIRED;
            case "preferred" -> PREFERRED;
            default ->
                throw new IllegalArgumentException(
                        VARIABLE + " is \"" + value + "\"; it must be required or preferred");
        };
    }

    /** Returns why there is no real node, for a person. */
    static String refusal(List<String> missing) {
        return "this machine cannot have a real node:\n  - " + String.join("\n  - ", missing)
                + "\ntest-cluster/prepare-node installs Debian's packages";
    }
}
