package dev.mooring.controller.mirror;

import dev.mooring.controller.object.LogKeys;
import dev.mooring.controller.object.Patches;
import dev.mooring.model.Annotations;
import dev.mooring.model.RevokeMode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what {@link MirrorPlan} says. Deletes only the very object that was observed. */
final class MirrorWriter {
    private static final Logger LOG = LoggerFactory.getLogger(MirrorWriter.class);

    private final KubernetesClient client;
    private final InstantSource clock;
    private final Patches patches;

    MirrorWriter(KubernetesClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
        patches = new Patches(client);
    }

    void carryOut(MirrorAction action, MirrorObjects objects) {
        switch (action) {
            case MirrorAction.MakeClaim ignored ->
                make(saying(
                        objects.onRevoke(),
                        MirrorRecipe.claim(
                                observed(objects.source()), objects.key().namespace())));
            case MirrorAction.MakeVolume ignored ->
                make(MirrorRecipe.volume(observed(objects.source()), observed(objects.claim())));
            case MirrorAction.NoteUnused ignored ->
                note(objects, Annotations.UNUSED_SINCE, clock.instant().toString());
            case MirrorAction.NoteUsed ignored -> note(objects, Annotations.UNUSED_SINCE, null);
            case MirrorAction.NoteHolders held ->
                note(objects, Annotations.HELD_BY, held.pods().isEmpty() ? null : held.pods());
            case MirrorAction.DeleteClaim ignored -> delete(observed(objects.claim()));
            case MirrorAction.DeleteVolume delete -> delete(delete.volume(), objects);
        }
    }

    /** A grant may end as soon as the claim is there, and then nobody may be left to say what it says. */
    private static PersistentVolumeClaim saying(RevokeMode onRevoke, PersistentVolumeClaim claim) {
        if (onRevoke == RevokeMode.EVICT) {
            claim.getMetadata().getAnnotations().put(Annotations.ON_REVOKE, Annotations.EVICT);
        }
        return claim;
    }

    private static <T> T observed(@Nullable T object) {
        return Objects.requireNonNull(object, "a plan works only on what was observed");
    }

    private void note(MirrorObjects objects, String annotation, @Nullable String value) {
        patches.annotate(observed(objects.claim()), annotation, value);
    }

    private void make(HasMetadata object) {
        log(client.resource(object).create(), "Part of a mirror made");
    }

    private void delete(String volume, MirrorObjects objects) {
        objects.leftovers().stream()
                .filter(leftover -> leftover.getMetadata().getName().equals(volume))
                .forEach(this::delete);
    }

    private void delete(HasMetadata object) {
        client.resource(object)
                .lockResourceVersion(object.getMetadata().getResourceVersion())
                .delete();
        log(object, "Part of a mirror deleted");
    }

    private static void log(HasMetadata object, String message) {
        LOG.atInfo()
                .addKeyValue("kind", object.getKind())
                .addKeyValue(LogKeys.NAMESPACE, object.getMetadata().getNamespace())
                .addKeyValue(LogKeys.NAME, object.getMetadata().getName())
                .addKeyValue(LogKeys.UID, object.getMetadata().getUid())
                .log(message);
    }
}
