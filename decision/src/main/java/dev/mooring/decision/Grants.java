package dev.mooring.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the pods of one namespace may use: the sum of the layers of its project, its department and the cluster.
 *
 * <p>An answer costs the same with ten and with a hundred thousand shares, and does not depend on the layers' order.
 *
 * @param namespace the namespace of the pods
 * @param project whether that namespace is a project's
 * @param layers what each scope that contains the project grants
 * @param outOfDate the kinds of which nothing has been heard for too long, so that all this may be over; empty mostly
 */
public record Grants(String namespace, boolean project, List<GrantLayer> layers, List<String> outOfDate) {
    /** How many data volumes a denial names at most. */
    private static final int SUGGESTIONS = 5;

    public Grants {
        layers = List.copyOf(layers);
        outOfDate = List.copyOf(outOfDate);
    }

    /** Grants that are known to be those of the last moment. */
    public Grants(String namespace, boolean project, List<GrantLayer> layers) {
        this(namespace, project, layers, List.of());
    }

    /** The grants of a namespace while nothing has been heard of {@code kinds} for too long: nobody knows them. */
    public static Grants outOfDate(String namespace, List<String> kinds) {
        return new Grants(namespace, false, List.of(), kinds);
    }

    /** The grants of a namespace that is no project: none. */
    public static Grants outsideProjects(String namespace) {
        return new Grants(namespace, false, List.of());
    }

    /** Returns what all layers together grant on this data volume, or null; terms may be over. */
    public @Nullable UsableVolume find(DataVolumeId id) {
        UsableVolume found = null;
        for (int i = 0; i < layers.size(); i++) {
            UsableVolume here = layers.get(i).find(id);
            if (here != null) {
                found = found == null ? here : found.and(here);
            }
        }
        return found;
    }

    /** Returns the data volumes of this bare name, each once, ordered; terms may be over. */
    public List<UsableVolume> named(String name) {
        SortedMap<DataVolumeId, UsableVolume> found = new TreeMap<>();
        for (int i = 0; i < layers.size(); i++) {
            for (UsableVolume volume : layers.get(i).named(name)) {
                found.merge(volume.id(), volume, UsableVolume::and);
            }
        }
        return new ArrayList<>(found.values());
    }

    /** Returns all data volumes that anything is granted on, each once, ordered; terms may be over. */
    public List<UsableVolume> all() {
        List<UsableVolume> found = List.of();
        for (GrantLayer layer : layers) {
            found = merged(found, layer.all());
        }
        return found;
    }

    /** Two lists that are ordered become one that is; what is in both is added up. */
    private static List<UsableVolume> merged(List<UsableVolume> left, List<UsableVolume> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? right : left;
        }
        List<UsableVolume> merged = new ArrayList<>(left.size() + right.size());
        int nextLeft = 0;
        int nextRight = 0;
        while (nextLeft < left.size() && nextRight < right.size()) {
            int order = left.get(nextLeft).id().compareTo(right.get(nextRight).id());
            if (order < 0) {
                merged.add(left.get(nextLeft++));
            } else if (order > 0) {
                merged.add(right.get(nextRight++));
            } else {
                merged.add(left.get(nextLeft++).and(right.get(nextRight++)));
            }
        }
        merged.addAll(left.subList(nextLeft, left.size()));
        merged.addAll(right.subList(nextRight, right.size()));
        return merged;
    }

    /** Returns a few data volumes that may be read here at {@code now}, ordered, for the text of a denial. */
    public List<DataVolumeId> suggestions(Instant now) {
        SortedSet<DataVolumeId> first = new TreeSet<>();
        for (GrantLayer layer : layers) {
            layer.all().stream()
                    .filter(volume -> volume.allows(AccessMode.READ_ONLY, now))
                    .limit(SUGGESTIONS)
                    .forEach(volume -> first.add(volume.id()));
        }
        return first.stream().limit(SUGGESTIONS).toList();
    }
}
