package dev.mooring.controller.reconcile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A world in which some words are to be made; those with the same first letter are a group. */
final class Letters implements Steps<String, Letters.Wanted, Letters.Wanted, String, String> {
    /** What is to be there in the end. */
    record Wanted(List<String> words) {}

    final Set<String> made = new TreeSet<>();
    private final Wanted wanted;
    private final Map<String, RuntimeException> refused = new HashMap<>();

    Letters(String... wanted) {
        this.wanted = new Wanted(List.of(wanted));
    }

    /** Has {@code failure} thrown whenever {@code word} is to be made. */
    void refuse(String word, RuntimeException failure) {
        refused.put(word, failure);
    }

    @Override
    public Optional<Observed<Wanted, Wanted>> observe(String key) {
        return Optional.of(new Observed<>(wanted, wanted));
    }

    @Override
    public Plan<String, String> plan(Wanted facts) {
        return Plan.of(
                facts.words().stream().filter(word -> !made.contains(word)).toList(), "all is made");
    }

    @Override
    public Object groupOf(String action) {
        return action.charAt(0);
    }

    @Override
    public void carryOut(String action, Wanted objects) {
        if (refused.containsKey(action)) {
            throw refused.get(action);
        }
        made.add(action);
    }

    @Override
    public void tell(String report, Wanted objects) {}
}
