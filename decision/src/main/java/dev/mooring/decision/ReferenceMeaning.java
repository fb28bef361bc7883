package dev.mooring.decision;

import dev.mooring.decision.Judged.Passed;
import dev.mooring.decision.Judged.Refused;
import dev.mooring.decision.UsableVolume.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the data volume that a reference means: the project's own, else the one that is shared with it. */
final class ReferenceMeaning {
    private ReferenceMeaning() {}

    /** Returns the data volume, or the denial; "does not exist" and "is not shared" are one answer. */
    static Judged<UsableVolume> of(Parsed.Item item, Asked asked) {
        Reference reference = item.reference();
        if (reference.project() != null) {
            DataVolumeId id = new DataVolumeId(reference.project(), reference.name());
            return granted(item, asked.grants().find(id), asked);
        }
        List<UsableVolume> candidates = candidates(reference.name(), asked);
        if (candidates.size() > 1) {
            List<DataVolumeId> ids = candidates.stream().map(UsableVolume::id).toList();
            return new Refused<>(asked.deny(
                    DenyReason.AMBIGUOUS_REFERENCE,
                    item.spelled() + " fits more than one data volume; write one of them in full: "
                            + Wording.list(ids)));
        }
        return granted(item, candidates.isEmpty() ? null : candidates.getFirst(), asked);
    }

    private static List<UsableVolume> candidates(String name, Asked asked) {
        UsableVolume own = asked.grants().find(new DataVolumeId(asked.pod().namespace(), name));
        if (own != null && own.origin() == Origin.OWN) {
            return List.of(own);
        }
        List<UsableVolume> named = asked.grants().named(name);
        named.removeIf(
                volume -> !volume.allows(AccessMode.READ_ONLY, asked.pod().now()));
        return named;
    }

    private static Judged<UsableVolume> granted(Parsed.Item item, @Nullable UsableVolume volume, Asked asked) {
        if (volume == null || !volume.allows(AccessMode.READ_ONLY, asked.pod().now())) {
            return new Refused<>(asked.deny(
                    DenyReason.NOT_SHARED,
                    item.spelled() + " does not exist or is not shared with this project; " + asked.instead()));
        }
        if (!volume.allows(item.reference().access(), asked.pod().now())) {
            return new Refused<>(asked.deny(
                    DenyReason.SHARED_READ_ONLY,
                    item.spelled() + " asks to write, and data volume "
                            + Wording.quote(volume.id().toString())
                            + " is shared with this project for reading only; leave \":rw\" out"));
        }
        return new Passed<>(volume);
    }
}
