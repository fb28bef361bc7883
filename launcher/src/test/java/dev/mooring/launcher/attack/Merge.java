package dev.mooring.launcher.attack;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;

/** Merge patches, which need no right to read. */
public final class Merge {
    /** What says that a patch is one. */
    public static final PatchContext PATCH =
            new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

    private Merge() {}

    /** A patch that sets one entry of a map in the metadata. */
    public static String metadata(String map, String key, String value) {
        return "{\"metadata\":{\"%s\":{\"%s\":\"%s\"}}}".formatted(map, key, value);
    }
}
