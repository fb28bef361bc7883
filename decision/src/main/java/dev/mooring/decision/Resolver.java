package dev.mooring.decision;

import dev.mooring.decision.Decision.Deny;
import dev.mooring.decision.Judged.Passed;
import dev.mooring.decision.Judged.Refused;
import dev.mooring.decision.Parsed.Item;
import dev.mooring.decision.UsableVolume.Origin;
import dev.mooring.decision.VolumeFacts.ClaimSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the data volumes that a pod asks for, by reference and by claim name. */
final class Resolver {
    private final Asked asked;
    private final Set<Reference> settled;

    /**
     * @param asked what asks, with nothing resolved
     * @param settled references that are not judged any more
     */
    Resolver(Asked asked, Set<Reference> settled) {
        this.asked = asked;
        this.settled = settled;
    }

    /** Returns {@code asked} with its references, volumes and containers found. */
    Judged<Asked> resolve() {
        List<Named> named = new ArrayList<>();
        Deny denial = nameReferences(named);
        if (denial != null) {
            return new Refused<>(denial);
        }
        List<Held> held = new ArrayList<>();
        denial = holdVolumes(named, held);
        if (denial != null) {
            return new Refused<>(denial);
        }
        if (named.isEmpty()) {
            return new Passed<>(with(List.of(), held));
        }
        return switch (ContainerChoice.of(asked)) {
            case Refused<ContainerChoice> refused -> new Refused<>(refused.denial());
            case Passed<ContainerChoice> choice -> new Passed<>(with(wants(named, held, choice.value()), held));
        };
    }

    /** A reference and the data volume and claim that it means. */
    private record Named(Item item, UsableVolume usable, String claim) {}

    private @Nullable Deny nameReferences(List<Named> named) {
        String annotation = asked.pod().requests().dataVolumes();
        if (annotation == null) {
            return null;
        }
        return switch (ReferenceParser.parse(annotation)) {
            case Parsed.Failure failure ->
                asked.deny(
                        DenyReason.UNREADABLE_REFERENCE,
                        "mooring.dev/data-volumes, column " + failure.column() + ": " + failure.message());
            case Parsed.References references -> nameAll(references.items(), named);
        };
    }

    private @Nullable Deny nameAll(List<Item> items, List<Named> named) {
        for (Item item : items) {
            if (settled.contains(item.reference())) {
                continue;
            }
            switch (ReferenceMeaning.of(item, asked)) {
                case Refused<UsableVolume> refused -> {
                    return refused.denial();
                }
                case Passed<UsableVolume> usable ->
                    named.add(new Named(item, usable.value(), claimOf(item.reference(), usable.value())));
            }
        }
        return null;
    }

    private static String claimOf(Reference reference, UsableVolume usable) {
        return usable.origin() == Origin.OWN
                ? usable.originClaim()
                : MirrorClaimName.of(reference.access(), usable.id());
    }

    private @Nullable Deny holdVolumes(List<Named> named, List<Held> held) {
        List<VolumeFacts> volumes = asked.pod().volumesOrNone();
        for (int i = 0; i < volumes.size(); i++) {
            VolumeFacts volume = volumes.get(i);
            if (!(volume.source() instanceof ClaimSource source)) {
                continue;
            }
            if (MirrorClaimName.isReserved(source.claimName())) {
                switch (ClaimMeaning.of(volume.name(), source.claimName(), asked)) {
                    case Refused<ClaimMeaning> refused -> {
                        return refused.denial();
                    }
                    case Passed<ClaimMeaning> meaning ->
                        held.add(new Held(
                                i,
                                volume.name(),
                                source,
                                meaning.value().usable(),
                                meaning.value().access()));
                }
            } else {
                Named own = ownClaim(named, source.claimName());
                if (own != null) {
                    held.add(new Held(i, volume.name(), source, own.usable(), accessOfOwn(volume.name(), source, own)));
                }
            }
        }
        return null;
    }

    private static @Nullable Named ownClaim(List<Named> named, String claimName) {
        for (int i = 0; i < named.size(); i++) {
            Named one = named.get(i);
            if (one.usable().origin() == Origin.OWN && one.claim().equals(claimName)) {
                return one;
            }
        }
        return null;
    }

    /** A claim of one's own is for what its volume says, unless the volume is the one that Mooring added. */
    private static AccessMode accessOfOwn(String volumeName, ClaimSource source, Named own) {
        if (volumeName.equals(VolumeNames.of(own.claim()))) {
            return own.item().reference().access();
        }
        return Boolean.TRUE.equals(source.readOnly()) ? AccessMode.READ_ONLY : AccessMode.READ_WRITE;
    }

    private List<Want> wants(List<Named> named, List<Held> held, ContainerChoice choice) {
        List<Want> wants = new ArrayList<>(named.size());
        for (Named one : named) {
            Held there = heldOf(held, one.claim());
            String volumeName = there == null ? VolumeNames.of(one.claim()) : there.name();
            List<ContainerFacts> containers = there == null
                    ? choice.containers()
                    : choice.mounting(volumeName, one.item().reference().path());
            wants.add(new Want(one.item(), one.usable(), one.claim(), there, volumeName, containers));
        }
        return wants;
    }

    private static @Nullable Held heldOf(List<Held> held, String claim) {
        for (int i = 0; i < held.size(); i++) {
            if (held.get(i).source().claimName().equals(claim)) {
                return held.get(i);
            }
        }
        return null;
    }

    private Asked with(List<Want> wants, List<Held> held) {
        Map<String, AccessMode> ours = HashMap.newHashMap(held.size() + wants.size());
        for (Held one : held) {
            ours.put(one.name(), one.access());
        }
        for (Want want : wants) {
            ours.putIfAbsent(want.volumeName(), want.access());
        }
        return new Asked(asked.stage(), asked.pod(), asked.grants(), wants, held, ours);
    }
}
