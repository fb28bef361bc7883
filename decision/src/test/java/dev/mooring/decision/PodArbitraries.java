package dev.mooring.decision;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.decision.UsableVolume.Origin;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Small worlds in which names and paths collide often, and pods that ask in all ways. */
final class PodArbitraries {
    private static final List<String> NAMES = List.of("imagenet", "laion", "notes");

    private PodArbitraries() {}

    /** Returns projects named {@code nlp} with up to three layers of grants. */
    static Arbitrary<World> worlds() {
        return usable().list()
                .ofMinSize(2)
                .ofMaxSize(6)
                .map(GrantLayer::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(layers -> new World(new Grants("nlp", true, layers), HeldStorage.NONE, Map.of()));
    }

    /** Returns one grant on a data volume of this or another project, mostly in force. */
    static Arbitrary<UsableVolume> usable() {
        Arbitrary<DataVolumeId> ids = Combinators.combine(
                        Arbitraries.of("vision", "audio", "nlp"), Arbitraries.of(NAMES))
                .as(DataVolumeId::new);
        Arbitrary<Term> terms = Arbitraries.frequency(Tuple.of(9, Term.UNLIMITED), Tuple.of(1, new Term(World.NOW)));
        return Combinators.combine(ids, Arbitraries.of(AccessMode.class), terms)
                .as((id, access, term) -> id.project().equals("nlp")
                        ? UsableVolume.own(id, id.name() + "-claim", new VolumeState.Ready())
                        : UsableVolume.shared(id, id.name() + "-claim", new VolumeState.Ready(), access, term));
    }

    /** Returns one grant of another project. */
    static Arbitrary<UsableVolume> shares() {
        return usable().filter(volume -> volume.origin() == Origin.SHARED);
    }

    static Arbitrary<ObjectNode> pods() {
        Arbitrary<List<ObjectNode>> volumes =
                volumes().list().ofMaxSize(2).uniqueElements(volume -> volume.get("name"));
        Arbitrary<List<ObjectNode>> containers =
                containers().list().ofMinSize(1).ofMaxSize(2);
        Arbitrary<List<ObjectNode>> initContainers = containers().list().ofMaxSize(2);
        return Combinators.combine(
                        references(), Arbitraries.of("", "", "c0", "c0, i0"), volumes, containers, initContainers)
                .as(PodArbitraries::pod);
    }

    /** Returns the text of the annotation, empty for none. */
    static Arbitrary<String> references() {
        Arbitrary<String> projects = Arbitraries.frequency(
                Tuple.of(4, ""), Tuple.of(3, "vision/"), Tuple.of(3, "audio/"), Tuple.of(2, "nlp/"));
        Arbitrary<String> paths =
                Arbitraries.frequency(Tuple.of(6, ""), Tuple.of(2, ":/a"), Tuple.of(2, ":/b"), Tuple.of(1, ":/a/b"));
        Arbitrary<String> modes = Arbitraries.frequency(Tuple.of(6, ""), Tuple.of(1, ":ro"), Tuple.of(2, ":rw"));
        return Combinators.combine(projects, Arbitraries.of(NAMES), paths, modes)
                .as((project, name, path, mode) -> project + name + path + mode)
                .list()
                .ofMaxSize(3)
                .map(items -> String.join(", ", items));
    }

    private static Arbitrary<ObjectNode> volumes() {
        Arbitrary<String> claims = Arbitraries.frequency(
                Tuple.of(3, ""),
                Tuple.of(2, "dv.vision.imagenet"),
                Tuple.of(2, "dv.audio.laion"),
                Tuple.of(1, "dvrw.vision.imagenet"),
                Tuple.of(1, "dv.nlp.notes"),
                Tuple.of(2, "notes-claim"));
        return Combinators.combine(Arbitraries.of("x", "y"), claims, Arbitraries.of("", "true", "false"))
                .as((name, claim, readOnly) -> {
                    ObjectNode volume = Json.read("{}").put("name", name);
                    if (claim.isEmpty()) {
                        volume.putObject("emptyDir");
                    } else {
                        putReadOnly(volume.putObject("persistentVolumeClaim").put("claimName", claim), readOnly);
                    }
                    return volume;
                });
    }

    private static Arbitrary<ObjectNode> containers() {
        return mounts().list().ofMaxSize(2).injectNull(0.2).map(mounts -> {
            ObjectNode container = Json.read("{}");
            if (mounts != null) {
                container.putArray("volumeMounts").addAll(mounts);
            }
            return container;
        });
    }

    private static Arbitrary<ObjectNode> mounts() {
        Arbitrary<String> paths = Arbitraries.of("/x", "/y/", "/z", "/tmp", "/a/b", "/data/laion/cache");
        Arbitrary<String> propagations = Arbitraries.frequency(
                Tuple.of(12, ""), Tuple.of(2, "None"), Tuple.of(2, "HostToContainer"), Tuple.of(1, "Bidirectional"));
        return Combinators.combine(Arbitraries.of("x", "y"), paths, Arbitraries.of("", "true", "false"), propagations)
                .as((name, path, readOnly, propagation) -> {
                    ObjectNode mount = Json.read("{}").put("name", name).put("mountPath", path);
                    if (!propagation.isEmpty()) {
                        mount.put("mountPropagation", propagation);
                    }
                    return putReadOnly(mount, readOnly);
                });
    }

    private static ObjectNode putReadOnly(ObjectNode object, String readOnly) {
        return readOnly.isEmpty() ? object : object.put("readOnly", Boolean.parseBoolean(readOnly));
    }

    private static ObjectNode pod(
            String references,
            String named,
            List<ObjectNode> volumes,
            List<ObjectNode> containers,
            List<ObjectNode> initContainers) {
        ObjectNode pod = Json.read("{metadata: {name: 'train', annotations: {}}, spec: {}}");
        put(pod, "mooring.dev/data-volumes", references);
        put(pod, "mooring.dev/containers", named.contains("i0") && initContainers.isEmpty() ? "c0" : named);
        if (!volumes.isEmpty()) {
            pod.withArray("/spec/volumes").addAll(volumes);
        }
        addNamed(pod.withArray("/spec/containers"), "c", containers);
        if (!initContainers.isEmpty()) {
            addNamed(pod.withArray("/spec/initContainers"), "i", initContainers);
        }
        return pod;
    }

    private static void put(ObjectNode pod, String annotation, String value) {
        if (!value.isEmpty()) {
            pod.withObject("/metadata/annotations").put(annotation, value);
        }
    }

    private static void addNamed(ArrayNode array, String prefix, List<ObjectNode> containers) {
        for (ObjectNode container : containers) {
            ObjectNode named = Json.read("{}").put("name", prefix + array.size());
            array.add(named.setAll(container));
        }
    }
}
