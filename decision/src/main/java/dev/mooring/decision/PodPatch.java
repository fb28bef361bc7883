package dev.mooring.decision;

import dev.mooring.decision.JsonValue.Array;
import dev.mooring.decision.JsonValue.Flag;
import dev.mooring.decision.JsonValue.Member;
import dev.mooring.decision.JsonValue.Obj;
import dev.mooring.decision.JsonValue.Text;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works out what a pod still lacks of what it asks for.
 *
 * <p>It only adds, in the order volumes, then containers as they stand. A pod that lacks nothing gives no operations.
 */
final class PodPatch {
    private static final Member READ_ONLY = new Member("readOnly", Flag.TRUE);
    private static final Text IF_POSSIBLE = new Text("IfPossible");
    private static final Member RECURSIVE = new Member("recursiveReadOnly", IF_POSSIBLE);

    private final Asked asked;
    private final List<PatchOperation> operations = new ArrayList<>();

    private PodPatch(Asked asked) {
        this.asked = asked;
    }

    static List<PatchOperation> of(Asked asked) {
        PodPatch patch = new PodPatch(asked);
        patch.makeHeldVolumesReadOnly();
        patch.addAll("/spec/volumes", asked.pod().volumes() != null, patch.missingVolumes());
        IdentityHashMap<ContainerFacts, List<JsonValue>> mounts = patch.missingMounts();
        for (ContainerFacts container : asked.pod().containers()) {
            patch.makeMountsReadOnly(container);
            patch.addAll(
                    container.mountsPointer(), container.mounts() != null, mounts.getOrDefault(container, List.of()));
        }
        return patch.operations;
    }

    private void makeHeldVolumesReadOnly() {
        for (Held held : asked.held()) {
            if (held.access() == AccessMode.READ_ONLY) {
                makeReadOnly("/spec/volumes/" + held.index() + "/persistentVolumeClaim", held.readOnly());
            }
        }
    }

    private List<JsonValue> missingVolumes() {
        List<Want> wants = asked.wants();
        List<JsonValue> missing = new ArrayList<>(wants.size());
        for (int i = 0; i < wants.size(); i++) {
            Want want = wants.get(i);
            if (want.held() == null && !isClaimed(want.claim(), wants.subList(0, i))) {
                missing.add(volume(want));
            }
        }
        return missing;
    }

    /** Returns whether one of these wants the claim; a pod has few, so that looking through them needs no set. */
    private static boolean isClaimed(String claim, List<Want> wants) {
        for (Want want : wants) {
            if (want.claim().equals(claim)) {
                return true;
            }
        }
        return false;
    }

    private static Obj volume(Want want) {
        Member claimName = new Member("claimName", new Text(want.claim()));
        Obj claim = new Obj(want.access() == AccessMode.READ_ONLY ? List.of(claimName, READ_ONLY) : List.of(claimName));
        return new Obj(
                List.of(new Member("name", new Text(want.volumeName())), new Member("persistentVolumeClaim", claim)));
    }

    private void makeMountsReadOnly(ContainerFacts container) {
        List<MountFacts> there = container.mountsOrNone();
        for (int i = 0; i < there.size(); i++) {
            MountFacts mount = there.get(i);
            if (asked.accessOf(mount.name()) == AccessMode.READ_ONLY) {
                String pointer = container.mountsPointer() + "/" + i;
                makeReadOnly(pointer, mount.readOnly());
                if (mount.recursiveReadOnly() == null && isPrivate(mount)) {
                    operations.add(new PatchOperation(pointer + "/recursiveReadOnly", IF_POSSIBLE));
                }
            }
        }
    }

    /** Returns whether the API server takes recursiveReadOnly on this mount. */
    private static boolean isPrivate(MountFacts mount) {
        return mount.propagation() == null || mount.propagation().equals("None");
    }

    /** Returns the mounts that each container lacks; a want's containers share its mount. */
    private IdentityHashMap<ContainerFacts, List<JsonValue>> missingMounts() {
        IdentityHashMap<ContainerFacts, List<JsonValue>> missing =
                new IdentityHashMap<>(asked.pod().containers().size());
        for (Want want : asked.wants()) {
            Obj mount = mount(want);
            for (ContainerFacts container : want.containers()) {
                if (!want.isMountedIn(container)) {
                    missing.computeIfAbsent(
                                    container,
                                    none -> new ArrayList<>(asked.wants().size()))
                            .add(mount);
                }
            }
        }
        return missing;
    }

    private static Obj mount(Want want) {
        Member name = new Member("name", new Text(want.volumeName()));
        Member path = new Member("mountPath", new Text(want.path()));
        return new Obj(
                want.access() == AccessMode.READ_ONLY
                        ? List.of(name, path, READ_ONLY, RECURSIVE)
                        : List.of(name, path));
    }

    private void makeReadOnly(String pointer, @Nullable Boolean readOnly) {
        if (readOnly == null || !readOnly) {
            operations.add(new PatchOperation(pointer + "/readOnly", Flag.TRUE));
        }
    }

    /** Adds {@code items} to the array at {@code pointer}, and the array itself where there is none. */
    private void addAll(String pointer, boolean exists, List<JsonValue> items) {
        if (items.isEmpty()) {
            return;
        }
        if (!exists) {
            operations.add(new PatchOperation(pointer, new Array(items)));
            return;
        }
        String end = pointer + "/-";
        for (JsonValue item : items) {
            operations.add(new PatchOperation(end, item));
        }
    }
}
