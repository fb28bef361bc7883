package dev.mooring.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.decision.ContainerFacts.Kind;
import dev.mooring.decision.VolumeFacts.ClaimSource;
import dev.mooring.decision.VolumeFacts.InlineSource;
import dev.mooring.decision.VolumeFacts.OtherSource;
import dev.mooring.decision.VolumeFacts.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads objects that tests write as JSON, quotes left out where they only disturb. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private Json() {}

    /** Returns the tree; quotes may be single, and names may have none. */
    static ObjectNode read(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** Returns what a gatherer would find in this pod. */
    static PodFacts facts(
            ObjectNode pod, String namespace, Instant now, HeldStorage held, Map<String, EndingMirror> endingMirrors) {
        JsonNode spec = pod.path("spec");
        List<ContainerFacts> containers = new ArrayList<>();
        containers.addAll(containers(Kind.INIT, spec.path("initContainers")));
        containers.addAll(containers(Kind.MAIN, spec.path("containers")));
        containers.addAll(containers(Kind.EPHEMERAL, spec.path("ephemeralContainers")));
        return new PodFacts(
                namespace,
                pod.path("metadata").path("name").asText(),
                requests(pod.path("metadata").path("annotations")),
                volumes(spec.path("volumes")),
                containers,
                held,
                endingMirrors,
                Submitter.NOT_ASKED,
                now);
    }

    private static Requests requests(JsonNode annotations) {
        Set<String> others = new HashSet<>();
        annotations.fieldNames().forEachRemaining(key -> {
            if (key.startsWith("mooring.dev/")) {
                others.add(key);
            }
        });
        others.remove("mooring.dev/data-volumes");
        others.remove("mooring.dev/containers");
        return new Requests(
                text(annotations.path("mooring.dev/data-volumes")),
                text(annotations.path("mooring.dev/containers")),
                others);
    }

    private static @Nullable List<VolumeFacts> volumes(JsonNode volumes) {
        if (!volumes.isArray()) {
            return null;
        }
        List<VolumeFacts> facts = new ArrayList<>();
        for (JsonNode volume : volumes) {
            facts.add(new VolumeFacts(volume.path("name").asText(), source(volume)));
        }
        return facts;
    }

    private static Source source(JsonNode volume) {
        JsonNode claim = volume.path("persistentVolumeClaim");
        if (claim.isObject()) {
            return new ClaimSource(claim.path("claimName").asText(), flag(claim.path("readOnly")));
        }
        return StorageSource.KINDS.stream()
                .filter(volume::has)
                .findFirst()
                .<Source>map(kind -> new InlineSource(storage(kind, volume.path(kind))))
                .orElse(OtherSource.INSTANCE);
    }

    private static StorageSource storage(String kind, JsonNode source) {
        return new StorageSource(kind, texts(source), texts(source.path("volumeAttributes")), List.of());
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties().stream()
                .filter(field -> field.getValue().isValueNode())
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private static List<ContainerFacts> containers(Kind kind, JsonNode containers) {
        List<ContainerFacts> facts = new ArrayList<>();
        for (JsonNode container : containers) {
            List<String> devices = new ArrayList<>();
            container
                    .path("volumeDevices")
                    .forEach(device -> devices.add(device.path("name").asText()));
            facts.add(new ContainerFacts(
                    kind,
                    facts.size(),
                    container.path("name").asText(),
                    mounts(container.path("volumeMounts")),
                    devices));
        }
        return facts;
    }

    private static @Nullable List<MountFacts> mounts(JsonNode mounts) {
        if (!mounts.isArray()) {
            return null;
        }
        List<MountFacts> facts = new ArrayList<>();
        for (JsonNode mount : mounts) {
            facts.add(new MountFacts(
                    mount.path("name").asText(),
                    text(mount.path("mountPath")),
                    flag(mount.path("readOnly")),
                    text(mount.path("recursiveReadOnly")),
                    text(mount.path("mountPropagation")),
                    mount.has("subPathExpr")));
        }
        return facts;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private static @Nullable Boolean flag(JsonNode node) {
        return node.isBoolean() ? node.asBoolean() : null;
    }
}
