package dev.mooring.decision;

import dev.mooring.decision.JsonValue.Array;
import dev.mooring.decision.JsonValue.Flag;
import dev.mooring.decision.JsonValue.Member;
import dev.mooring.decision.JsonValue.Obj;
import dev.mooring.decision.JsonValue.Text;
import dev.mooring.decision.ShareFacts.DataVolumeTarget;
import dev.mooring.decision.ShareFacts.OwnerFacts;
import dev.mooring.decision.ShareFacts.ScopeFacts;
import dev.mooring.decision.ShareFacts.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out what a new share still lacks of what Mooring sets; whatever stands there already is overwritten. */
final class SharePatch {
    private final List<PatchOperation> operations = new ArrayList<>();

    private SharePatch() {}

    static List<PatchOperation> of(
            ShareFacts share, ScopeFacts scope, Target.Found target, DataVolumeTarget.Found volume) {
        SharePatch patch = new SharePatch();
        patch.set("/spec/scope/namespace", target.namespace(), scope.namespace());
        patch.set("/spec/scope/uid", target.uid(), scope.uid());
        patch.set("/spec/grantedBy", share.requester(), share.now().grantedBy());
        if (share.now().dataVolumeOwners().isEmpty()) {
            patch.addOwner(
                    owner(share.now().dataVolume(), volume.uid()), share.now().owners() != null);
        }
        return patch.operations;
    }

    private void set(String pointer, String right, @Nullable String there) {
        if (!right.equals(there)) {
            operations.add(PatchOperation.add(pointer, new Text(right)));
        }
    }

    private void addOwner(Obj owner, boolean exists) {
        operations.add(
                exists
                        ? PatchOperation.add("/metadata/ownerReferences/-", owner)
                        : PatchOperation.add("/metadata/ownerReferences", new Array(List.of(owner))));
    }

    /** The share goes when its data volume goes; it does not hold it up. */
    private static Obj owner(@Nullable String name, String uid) {
        return new Obj(List.of(
                new Member("apiVersion", new Text(OwnerFacts.API_VERSION)),
                new Member("kind", new Text(OwnerFacts.KIND)),
                new Member("name", new Text(name == null ? "" : name)),
                new Member("uid", new Text(uid)),
                new Member("blockOwnerDeletion", Flag.FALSE)));
    }
}
