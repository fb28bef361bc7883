package dev.mooring.webhook.review;

import dev.mooring.decision.Requests;
import dev.mooring.decision.ShareFacts.OwnerFacts;
import dev.mooring.model.Annotations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code metadata}. Of the annotations only ours are kept. */
final class MetadataReader {
    private final JsonInput in;

    MetadataReader(JsonInput in) {
        this.in = in;
    }

    Metadata read() throws IOException {
        if (!in.enterObject()) {
            return Metadata.NONE;
        }
        String namespace = "";
        String name = "";
        String prefix = "";
        boolean deleting = false;
        Requests requests = Requests.NONE;
        List<OwnerFacts> owners = null;
        List<String> finalizers = null;
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            switch (key) {
                case "namespace" -> namespace = in.textOrEmpty();
                case "name" -> name = in.textOrEmpty();
                case "generateName" -> prefix = in.textOrEmpty();
                case "deletionTimestamp" -> deleting = in.present();
                case "annotations" -> requests = readRequests();
                case "ownerReferences" -> owners = readOwners();
                case "finalizers" -> finalizers = readFinalizers();
                default -> in.skip();
            }
        }
        return new Metadata(
                namespace,
                name.isEmpty() && !prefix.isEmpty() ? prefix + "*" : name,
                deleting,
                requests,
                owners,
                finalizers);
    }

    private Requests readRequests() throws IOException {
        if (!in.enterObject()) {
            return Requests.NONE;
        }
        String dataVolumes = null;
        String containers = null;
        Set<String> others = Set.of();
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            switch (key) {
                case Annotations.DATA_VOLUMES -> dataVolumes = in.textOrEmpty();
                case Annotations.CONTAINERS -> containers = in.textOrEmpty();
                default -> {
                    if (key.startsWith(Annotations.PREFIX)) {
                        others = others.isEmpty() ? new HashSet<>() : others;
                        others.add(key);
                    }
                    in.skip();
                }
            }
        }
        return new Requests(dataVolumes, containers, others);
    }

    private @Nullable List<OwnerFacts> readOwners() throws IOException {
        if (!in.enterList()) {
            return null;
        }
        List<OwnerFacts> owners = new ArrayList<>(JsonInput.FEW);
        while (in.nextItem()) {
            owners.add(readOwner());
        }
        return owners;
    }

    private @Nullable List<String> readFinalizers() throws IOException {
        if (!in.enterList()) {
            return null;
        }
        List<String> finalizers = new ArrayList<>(JsonInput.FEW);
        while (in.nextItem()) {
            finalizers.add(in.textOrEmpty());
        }
        return finalizers;
    }

    private OwnerFacts readOwner() throws IOException {
        String apiVersion = null;
        String kind = null;
        String name = null;
        String uid = null;
        if (in.enterObject()) {
            for (String key = in.nextName(); key != null; key = in.nextName()) {
                switch (key) {
                    case "apiVersion" -> apiVersion = in.text();
                    case "kind" -> kind = in.text();
                    case "name" -> name = in.text();
                    case "uid" -> uid = in.text();
                    default -> in.skip();
                }
            }
        }
        return new OwnerFacts(apiVersion, kind, name, uid);
    }
}
