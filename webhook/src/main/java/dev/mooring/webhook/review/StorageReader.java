package dev.mooring.webhook.review;

import dev.mooring.decision.StorageSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a volume says of its storage, in a pod or in a PersistentVolume, and what else matters of the latter. */
final class StorageReader {
    private final JsonInput in;

    StorageReader(JsonInput in) {
        this.in = in;
    }

    /** The storage at this place, which the field {@code kind} holds, or null if there is none. */
    @Nullable
    StorageSource read(String kind) throws IOException {
        if (!in.enterObject()) {
            return null;
        }
        Map<String, String> fields = new HashMap<>();
        Map<String, String> attributes = Map.of();
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            switch (key) {
                case "server", "path", "driver", "volumeHandle", "iqn", "lun", "pool", "image", "shareName" ->
                    keep(fields, key);
                case "volumeAttributes", "options" -> attributes = readAttributes();
                default -> in.skip();
            }
        }
        return new StorageSource(kind, fields, attributes, List.of());
    }

    /** The texts in the list at this place. */
    List<String> readMountOptions() throws IOException {
        if (!in.enterList()) {
            return List.of();
        }
        List<String> options = new ArrayList<>();
        while (in.nextItem()) {
            options.add(in.textOrEmpty());
        }
        return options;
    }

    /** The namespace of the claim at this place, or null if there is none. */
    @Nullable
    String readClaimNamespace() throws IOException {
        if (!in.enterObject()) {
            return null;
        }
        String namespace = null;
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            switch (key) {
                case "namespace" -> namespace = in.text();
                default -> in.skip();
            }
        }
        return namespace;
    }

    private Map<String, String> readAttributes() throws IOException {
        Map<String, String> attributes = new HashMap<>();
        if (in.enterObject()) {
            for (String key = in.nextName(); key != null; key = in.nextName()) {
                keep(attributes, key);
            }
        }
        return attributes;
    }

    private void keep(Map<String, String> fields, String key) throws IOException {
        String value = in.textOrNumber();
        if (value != null) {
            fields.put(key, value);
        }
    }
}
