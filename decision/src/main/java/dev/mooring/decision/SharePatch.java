package dev.mooring.decision;

import dev.mooring.decision.JsonValue.Array;
import dev.mooring.decision.JsonValue.Flag;
import dev.mooring.decision.JsonValue.Member;
import dev.mooring.decision.JsonValue.Obj;
import dev.mooring.decision.JsonValue.Text;
import dev.mooring.decision.ShareFacts.DataVolumeTarget;
import dev.mooring.decision.ShareFacts.OwnerFacts;
import dev.mooring.decision.ShareFacts.ScopeFacts;
import dev.mooring.decision.ShareFacts.ShareSpecFacts;
import dev.mooring.decision.ShareFacts.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out what a share lacks of what Mooring sets. */
final class SharePatch {
    private final List<PatchOperation> operations = new ArrayList<>();

    private SharePatch() {}

    /** Returns what a new share still lacks; whatever stands there already is overwritten. */
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
        patch.hold(share.now());
        return patch.operations;
    }

    /** Returns what an update left out of what was set before; what it changes is for validation to refuse. */
    static List<PatchOperation> keeping(ShareFacts share, ShareSpecFacts old) {
        SharePatch patch = new SharePatch();
        ScopeFacts now = share.now().scope();
        ScopeFacts was = old.scope();
        if (now != null && was != null) {
            patch.keep("/spec/scope/namespace", was.namespace(), now.namespace());
            patch.keep("/spec/scope/uid", was.uid(), now.uid());
        }
        patch.keep("/spec/grantedBy", old.grantedBy(), share.now().grantedBy());
        if (share.now().dataVolumeOwners().isEmpty() && !share.mayLoseItsOwner()) {
            old.dataVolumeOwners().stream()
                    .filter(owner -> owner.uid() != null)
                    .findFirst()
                    .ifPresent(owner -> patch.addOwner(
                            owner(owner.name(), String.valueOf(owner.uid())),
                            share.now().owners() != null));
        }
        if (old.isHeld()) {
            patch.hold(share.now());
        }
        return patch.operations;
    }

    private void hold(ShareSpecFacts share) {
        if (!share.isHeld()) {
            add("/metadata/finalizers", new Text(ShareFacts.FINALIZER), share.finalizers() != null);
        }
    }

    private void keep(String pointer, @Nullable String before, @Nullable String there) {
        if (there == null && before != null) {
            operations.add(new PatchOperation(pointer, new Text(before)));
        }
    }

    private void set(String pointer, String right, @Nullable String there) {
        if (!right.equals(there)) {
            operations.add(new PatchOperation(pointer, new Text(right)));
        }
    }

    private void addOwner(Obj owner, boolean exists) {
        add("/metadata/ownerReferences", owner, exists);
    }

    private void add(String array, JsonValue item, boolean exists) {
        operations.add(
                exists ? new PatchOperation(array + "/-", item) : new PatchOperation(array, new Array(List.of(item))));
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
