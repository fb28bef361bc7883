package dev.mooring.decision;

import org.jspecify.annotations.Nullable;

/**
 * What a decision about a new PersistentVolume depends on.
 *
 * @param name its name, empty if it has none yet
 * @param storage what it says of its storage; null if that is of no kind that is known
 * @param claimNamespace where the claim lives that it is reserved for; null if any claim may take it
 * @param held the storage that data volumes hold
 */
public record PersistentVolumeFacts(
        String name,
        @Nullable StorageSource storage,
        @Nullable String claimNamespace,
        HeldStorage held) {}
