package dev.mooring.decision;

import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Deny;
import dev.mooring.decision.Decision.Plan;
import dev.mooring.decision.ShareFacts.DataVolumeTarget;
import dev.mooring.decision.ShareFacts.ScopeFacts;
import dev.mooring.decision.ShareFacts.ShareSpecFacts;
import dev.mooring.decision.ShareFacts.Target;
import java.util.List;
import java.util.Optional;

/**
 * Decides about data volume shares.
 *
 * <p>Mutation writes into a new share who granted it and whose namespace it is for, by uid; validation checks that it
 * still says so. An update that leaves these out, as a manifest does that a person wrote, keeps them. Who may share at all
 * is for Kubernetes RBAC and the policies to say, and these are asked between the two: whether there is a target is told
 * afterwards only.
 */
public final class ShareDecisions {
    /** What is asked of a new share before it is filled in. None of these tells what is outside of its project. */
    private static final List<ShareRule> OF_A_NEW_SHARE = List.of(
            new ShareHasItsDataVolume(),
            new ShareNamesAScope(),
            new ShareLeavesItsProject(),
            new ShareIsOwnedByItsDataVolume());

    /** What must be true of a new share that is stored. */
    private static final List<ShareRule> OF_A_FINISHED_NEW_SHARE = List.of(
            new ShareHasItsDataVolume(),
            new ShareNamesAScope(),
            new ShareHasItsTarget(),
            new ShareLeavesItsProject(),
            new ShareIsOwnedByItsDataVolume(),
            new ShareCarriesWhatWeSet());

    /** What must be true of a share that changes. */
    private static final List<ShareRule> OF_AN_UPDATE = List.of(new ShareKeepsWhatWeSet());

    private ShareDecisions() {}

    /** Returns what to set in a share, nothing if it is there already, or the denial. */
    public static Decision mutate(ShareFacts share) {
        if (share.isEnding()) {
            return Allow.NOTHING;
        }
        ShareSpecFacts old = share.old();
        return share.isNew() || old == null ? fillIn(share) : plan(SharePatch.keeping(share, old));
    }

    private static Decision fillIn(ShareFacts share) {
        ScopeFacts scope = share.now().scope();
        if (scope == null || !share.now().isComplete()) {
            // What is missing is for the schema to refuse, which is asked next.
            return Allow.NOTHING;
        }
        Optional<Deny> objection = objection(OF_A_NEW_SHARE, share);
        if (objection.isPresent()) {
            return objection.get();
        }
        if (share.dataVolume() instanceof DataVolumeTarget.Found volume) {
            Target.Found target = share.target() instanceof Target.Found found ? found : ShareFacts.NOWHERE;
            return plan(SharePatch.of(share, scope, target, volume));
        }
        throw new IllegalStateException("a share without data volume passed the rules");
    }

    private static Decision plan(List<PatchOperation> operations) {
        return operations.isEmpty() ? Allow.NOTHING : new Plan(operations, List.of(), List.of());
    }

    /** Returns whether a share may be stored as it stands. */
    public static Decision validate(ShareFacts share) {
        if (share.isEnding()) {
            return Allow.NOTHING;
        }
        List<ShareRule> rules = share.isNew() ? OF_A_FINISHED_NEW_SHARE : OF_AN_UPDATE;
        return objection(rules, share).<Decision>map(denial -> denial).orElse(Allow.NOTHING);
    }

    private static Optional<Deny> objection(List<ShareRule> rules, ShareFacts share) {
        for (ShareRule rule : rules) {
            Optional<Deny> objection = rule.objection(share);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }
}
