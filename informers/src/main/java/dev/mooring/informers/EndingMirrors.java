package dev.mooring.informers;

import dev.mooring.decision.EndingMirror;
import java.util.HashMap;
import java.util.Map;

/** Finds the mirror claims of a project that are being deleted and still hold their names. */
final class EndingMirrors extends Index<String, MirrorClaimView> {
    EndingMirrors() {
        super(claim -> claim.ending() != null ? claim.namespace() : null);
    }

    /** Returns such claims in {@code namespace} by their names. */
    Map<String, EndingMirror> in(String namespace) {
        var claims = with(namespace);
        if (claims.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<String, EndingMirror>();
        for (var claim : claims) {
            if (claim.ending() != null) {
                found.put(claim.name(), claim.ending());
            }
        }
        return found;
    }
}
