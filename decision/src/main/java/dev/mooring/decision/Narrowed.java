package dev.mooring.decision;

import dev.mooring.decision.ContainerFacts.Kind;
import dev.mooring.decision.Parsed.Item;
import dev.mooring.decision.VolumeFacts.ClaimSource;
import dev.mooring.decision.VolumeFacts.InlineSource;
import dev.mooring.decision.VolumeFacts.OtherSource;
import dev.mooring.decision.VolumeFacts.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Facts about the part of a pod that is to be judged. Only fit for answers without a patch: positions may be gaps. */
final class Narrowed {
    private Narrowed() {}

    /** Returns the ephemeral containers of {@code pod} that {@code old} does not have just so, and their volumes. */
    static PodFacts toNewEphemeral(PodFacts pod, PodFacts old) {
        List<ContainerFacts> ephemeral = pod.containers().stream()
                .filter(container -> container.kind() == Kind.EPHEMERAL)
                .filter(container -> !old.containers().contains(container))
                .toList();
        Set<String> used = new HashSet<>();
        for (ContainerFacts container : ephemeral) {
            container.mountsOrNone().forEach(mount -> used.add(mount.name()));
            used.addAll(container.devices());
        }
        List<VolumeFacts> volumes = pod.volumesOrNone().stream()
                .filter(volume -> used.contains(volume.name()))
                .toList();
        return with(pod, Requests.NONE, volumes, ephemeral);
    }

    /**
     * Returns {@code template} without the annotations and reserved claims that {@code old} had too. Storage that {@code old}
     * named too is taken for anything else.
     */
    static PodFacts toNews(PodFacts template, PodFacts old) {
        Set<String> oldClaims = reservedClaims(old);
        Set<Source> oldStorage = storage(old);
        List<VolumeFacts> volumes = template.volumesOrNone().stream()
                .filter(volume ->
                        !(volume.source() instanceof ClaimSource source && oldClaims.contains(source.claimName())))
                .map(volume -> oldStorage.contains(volume.source())
                        ? new VolumeFacts(volume.name(), OtherSource.INSTANCE)
                        : volume)
                .toList();
        return with(template, news(template.requests(), old.requests()), volumes, template.containers());
    }

    /** Returns the references of {@code pod}, none where they cannot be read. */
    static Set<Reference> references(PodFacts pod) {
        String annotation = pod.requests().dataVolumes();
        if (annotation == null || !(ReferenceParser.parse(annotation) instanceof Parsed.References parsed)) {
            return Set.of();
        }
        return parsed.items().stream().map(Item::reference).collect(Collectors.toUnmodifiableSet());
    }

    private static Requests news(Requests now, Requests old) {
        Set<String> keys = new HashSet<>(now.otherKeys());
        keys.removeAll(old.otherKeys());
        boolean sameContainers = Objects.equals(now.containers(), old.containers());
        if (Objects.equals(now.dataVolumes(), old.dataVolumes())) {
            return new Requests(null, sameContainers ? null : now.containers(), keys);
        }
        return new Requests(now.dataVolumes(), now.containers(), keys);
    }

    private static Set<String> reservedClaims(PodFacts pod) {
        Set<String> claims = new HashSet<>();
        for (VolumeFacts volume : pod.volumesOrNone()) {
            if (volume.source() instanceof ClaimSource source && MirrorClaimName.isReserved(source.claimName())) {
                claims.add(source.claimName());
            }
        }
        return claims;
    }

    private static Set<Source> storage(PodFacts pod) {
        return pod.volumesOrNone().stream()
                .map(VolumeFacts::source)
                .filter(InlineSource.class::isInstance)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static PodFacts with(
            PodFacts pod, Requests requests, List<VolumeFacts> volumes, List<ContainerFacts> containers) {
        return new PodFacts(
                pod.namespace(),
                pod.name(),
                requests,
                volumes,
                containers,
                pod.held(),
                pod.endingMirrors(),
                pod.submitter(),
                pod.now());
    }
}
