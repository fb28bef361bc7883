package dev.mooring.decision;

import dev.mooring.decision.Judged.Passed;
import dev.mooring.decision.Judged.Refused;
import dev.mooring.decision.UsableVolume.Origin;

/**
 * What a claim name that is reserved for mirrors gives to a pod.
 *
 * @param usable what is granted on the data volume
 * @param access what the claim is for
 */
record ClaimMeaning(UsableVolume usable, AccessMode access) {

    /** Returns the data volume that the claim mirrors, or the denial. */
    static Judged<ClaimMeaning> of(String volumeName, String claimName, Asked asked) {
        String what = "volume " + Wording.quote(volumeName) + " with claim " + Wording.quote(claimName);
        MirrorClaimName name = MirrorClaimName.parse(claimName);
        if (name == null) {
            return refused(
                    asked,
                    DenyReason.UNREADABLE_CLAIM_NAME,
                    what
                            + " uses a name that is reserved for mirrors; those are spelled dv.<project>.<name> or dvrw.<project>.<name>");
        }
        UsableVolume usable = asked.grants().find(name.volume());
        if (usable == null || !usable.allows(AccessMode.READ_ONLY, asked.pod().now())) {
            return refused(
                    asked,
                    DenyReason.NOT_SHARED,
                    what + " needs data volume "
                            + Wording.quote(name.volume().toString())
                            + ", which does not exist or is not shared with this project; " + asked.instead());
        }
        if (usable.origin() == Origin.OWN) {
            return refused(
                    asked,
                    DenyReason.MIRROR_IN_ORIGIN,
                    what
                            + " would be a mirror, and this project owns the data volume; use claim "
                            + Wording.quote(usable.originClaim()));
        }
        if (!usable.allows(name.access(), asked.pod().now())) {
            return refused(
                    asked,
                    DenyReason.SHARED_READ_ONLY,
                    what + " asks to write, and data volume "
                            + Wording.quote(name.volume().toString())
                            + " is shared with this project for reading only; use claim "
                            + Wording.quote(MirrorClaimName.of(AccessMode.READ_ONLY, name.volume())));
        }
        return new Passed<>(new ClaimMeaning(usable, name.access()));
    }

    private static Judged<ClaimMeaning> refused(Asked asked, DenyReason reason, String text) {
        return new Refused<>(asked.deny(reason, text));
    }
}
