package dev.mooring.informers;

import java.util.Set;
import java.util.stream.Collectors;

/** Finds the mirror claims of a project that are being deleted and still hold their names. */
final class EndingMirrors extends Index<String, MirrorClaimView> {
    EndingMirrors() {
        super(claim -> claim.deleting() ? claim.namespace() : null);
    }

    /** Returns the names of such claims in {@code namespace}. */
    Set<String> namesIn(String namespace) {
        var ending = with(namespace);
        return ending.isEmpty()
                ? Set.of()
                : ending.stream().map(MirrorClaimView::name).collect(Collectors.toUnmodifiableSet());
    }
}
