package dev.mooring.controller.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A world of one number that should be three, in which things can go wrong. */
final class Counter implements Steps<String, Integer, Integer, Integer, String> {
    static final int GOAL = 3;

    final List<String> told = new ArrayList<>();
    int value;
    boolean gone;
    boolean seesItsOwnChanges = true;

    @Nullable
    RuntimeException failure;

    int failures;

    @Override
    public Optional<Observed<Integer, Integer>> observe(String key) {
        return gone ? Optional.empty() : Optional.of(new Observed<>(value, value));
    }

    @Override
    public boolean seesItsOwnChanges() {
        return seesItsOwnChanges;
    }

    @Override
    public Plan<Integer, String> plan(Integer facts) {
        return Plan.of(facts == GOAL ? List.of() : List.of(facts + 1), "is " + facts);
    }

    @Override
    public void carryOut(Integer action, Integer objects) {
        if (failure != null && failures-- > 0) {
            throw failure;
        }
        value = action;
    }

    @Override
    public void tell(String report, Integer objects) {
        told.add(report);
    }
}
