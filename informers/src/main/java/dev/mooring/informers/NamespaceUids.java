package dev.mooring.informers;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Knows which namespace is behind a name at present. */
final class NamespaceUids implements ProjectionListener<NamespaceView> {
    private final ConcurrentMap<String, String> uids = new ConcurrentHashMap<>();

    /** Returns the UID of the namespace that has this name now, or null if none has. */
    @Nullable
    String of(String name) {
        return uids.get(name);
    }

    @Override
    public void changed(String key, @Nullable NamespaceView before, @Nullable NamespaceView now) {
        if (now == null) {
            uids.remove(key);
        } else {
            uids.put(now.name(), now.uid());
        }
    }
}
