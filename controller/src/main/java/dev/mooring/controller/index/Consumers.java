package dev.mooring.controller.index;

import dev.mooring.controller.object.ObjectKey;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.MirrorClaimName;
import dev.mooring.informers.ProjectionListener;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pods that use a mirror. Fed by one informer's thread, read by all.
 *
 * <p>Goes by the claims that pods name, never by a label; a mirror need not exist to have consumers.
 */
public final class Consumers implements ProjectionListener<PodView> {
    private final Groups<ObjectKey, String> podsByMirror = new Groups<>();
    private final Groups<DataVolumeId, ObjectKey> mirrorsByVolume = new Groups<>();
    private final Groups<String, ObjectKey> mirrorsByNamespace = new Groups<>();

    @Override
    public void changed(String key, @Nullable PodView before, @Nullable PodView now) {
        if (now != null) {
            mirrorsOf(now).forEach(mirror -> add(mirror, key));
        }
        if (before != null) {
            var still = now == null
                    ? Set.<ObjectKey>of()
                    : Set.copyOf(mirrorsOf(now).toList());
            mirrorsOf(before).filter(mirror -> !still.contains(mirror)).forEach(mirror -> remove(mirror, key));
        }
    }

    /** Returns the mirrors that {@code pod} names. */
    public static Stream<ObjectKey> mirrorsOf(PodView pod) {
        return pod.mirrors().stream().map(claim -> new ObjectKey(pod.namespace(), claim));
    }

    /** Returns how many pods name {@code mirror}. */
    public int of(ObjectKey mirror) {
        return podsByMirror.with(mirror).size();
    }

    /** Returns the keys of the pods that name {@code mirror}. */
    public Collection<String> podsOf(ObjectKey mirror) {
        return podsByMirror.with(mirror);
    }

    /** Returns the mirrors of {@code volume} that pods name. */
    public Collection<ObjectKey> mirrorsOf(DataVolumeId volume) {
        return mirrorsByVolume.with(volume);
    }

    /** Returns the mirrors that pods of {@code namespace} name. */
    public Collection<ObjectKey> mirrorsIn(String namespace) {
        return mirrorsByNamespace.with(namespace);
    }

    private void add(ObjectKey mirror, String pod) {
        podsByMirror.add(mirror, pod);
        mirrorsByVolume.add(volumeOf(mirror), mirror);
        mirrorsByNamespace.add(mirror.namespace(), mirror);
    }

    private void remove(ObjectKey mirror, String pod) {
        podsByMirror.remove(mirror, pod);
        if (of(mirror) == 0) {
            mirrorsByVolume.remove(volumeOf(mirror), mirror);
            mirrorsByNamespace.remove(mirror.namespace(), mirror);
        }
    }

    private static DataVolumeId volumeOf(ObjectKey mirror) {
        var name = MirrorClaimName.parse(mirror.name());
        if (name == null) {
            throw new IllegalArgumentException("\"" + mirror.name() + "\" is not the name of a mirror");
        }
        return name.volume();
    }
}
