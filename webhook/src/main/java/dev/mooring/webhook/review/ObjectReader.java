package dev.mooring.webhook.review;

import dev.mooring.decision.ContainerFacts;
import dev.mooring.decision.ContainerFacts.Kind;
import dev.mooring.decision.ShareFacts.ScopeFacts;
import dev.mooring.decision.StorageSource;
import dev.mooring.decision.VolumeFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an object under review, of whatever kind, by the places of what it may hold. */
final class ObjectReader {
    private final JsonInput in;
    private final MetadataReader metadatas;
    private final StorageReader storages;
    private final PodReader pods;

    ObjectReader(JsonInput in) {
        this.in = in;
        this.metadatas = new MetadataReader(in);
        this.storages = new StorageReader(in);
        this.pods = new PodReader(in, storages);
    }

    /** The object at this place, or null if there is none. */
    @Nullable
    ReviewedObject read() throws IOException {
        if (!in.enterObject()) {
            return null;
        }
        String apiVersion = "";
        String kind = "";
        var metadata = Metadata.NONE;
        var spec = Spec.NONE;
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            switch (key) {
                case "apiVersion" -> apiVersion = in.textOrEmpty();
                case "kind" -> kind = in.textOrEmpty();
                case "metadata" -> metadata = metadatas.read();
                case "spec" -> spec = readSpec();
                default -> in.skip();
            }
        }
        return new ReviewedObject(
                new ObjectIdentity(apiVersion, kind, metadata.namespace(), metadata.name(), metadata.deleting()),
                spec.asPod(metadata),
                spec.template(),
                spec.jobTemplate(),
                spec.asShare(metadata),
                spec.asVolume());
    }

    private Spec readSpec() throws IOException {
        if (!in.enterObject()) {
            return Spec.NONE;
        }
        List<VolumeFacts> volumes = null;
        List<ContainerFacts> init = List.of();
        List<ContainerFacts> main = List.of();
        List<ContainerFacts> ephemeral = List.of();
        PodShape template = null;
        PodShape jobTemplate = null;
        String dataVolume = null;
        ScopeFacts scope = null;
        String grantedBy = null;
        StorageSource storage = null;
        List<String> mountOptions = List.of();
        String claimNamespace = null;
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            switch (key) {
                case "volumes" -> volumes = pods.readVolumes();
                case "initContainers" -> init = pods.readContainers(Kind.INIT);
                case "containers" -> main = pods.readContainers(Kind.MAIN);
                case "ephemeralContainers" -> ephemeral = pods.readContainers(Kind.EPHEMERAL);
                case "template" -> template = readTemplate();
                case "jobTemplate" -> jobTemplate = readJobTemplate();
                case "dataVolume" -> dataVolume = in.text();
                case "scope" -> scope = readScope();
                case "grantedBy" -> grantedBy = in.text();
                case "nfs", "csi", "hostPath", "local", "cephfs", "iscsi", "rbd", "azureFile", "flexVolume" ->
                    storage = storages.read(key);
                case "mountOptions" -> mountOptions = storages.readMountOptions();
                case "claimRef" -> claimNamespace = storages.readClaimNamespace();
                default -> in.skip();
            }
        }
        return new Spec(
                volumes,
                join(init, main, ephemeral),
                template,
                jobTemplate,
                dataVolume,
                scope,
                grantedBy,
                VolumeShape.of(storage, mountOptions, claimNamespace));
    }

    private static List<ContainerFacts> join(
            List<ContainerFacts> init, List<ContainerFacts> main, List<ContainerFacts> ephemeral) {
        if (init.isEmpty() && ephemeral.isEmpty()) {
            return main;
        }
        List<ContainerFacts> all = new ArrayList<>(init.size() + main.size() + ephemeral.size());
        all.addAll(init);
        all.addAll(main);
        all.addAll(ephemeral);
        return all;
    }

    private @Nullable PodShape readTemplate() throws IOException {
        if (!in.enterObject()) {
            return null;
        }
        var metadata = Metadata.NONE;
        var spec = Spec.NONE;
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            switch (key) {
                case "metadata" -> metadata = metadatas.read();
                case "spec" -> spec = readSpec();
                default -> in.skip();
            }
        }
        return spec.asPod(metadata);
    }

    private @Nullable PodShape readJobTemplate() throws IOException {
        if (!in.enterObject()) {
            return null;
        }
        var spec = Spec.NONE;
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            switch (key) {
                case "spec" -> spec = readSpec();
                default -> in.skip();
            }
        }
        return spec.template();
    }

    private @Nullable ScopeFacts readScope() throws IOException {
        if (!in.enterObject()) {
            return null;
        }
        String kind = null;
        String name = null;
        String namespace = null;
        String uid = null;
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            switch (key) {
                case "kind" -> kind = in.text();
                case "name" -> name = in.text();
                case "namespace" -> namespace = in.text();
                case "uid" -> uid = in.text();
                default -> in.skip();
            }
        }
        return new ScopeFacts(kind, name, namespace, uid);
    }
}
