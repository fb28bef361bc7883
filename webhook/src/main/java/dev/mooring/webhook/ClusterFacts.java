package dev.mooring.webhook;

import dev.mooring.decision.EndingMirror;
import dev.mooring.decision.Grants;
import dev.mooring.decision.HeldStorage;
import dev.mooring.decision.ShareFacts.DataVolumeTarget;
import dev.mooring.decision.ShareFacts.ScopeFacts;
import dev.mooring.decision.ShareFacts.Target;
import java.util.List;
import java.util.Map;

/** What is known of the cluster, from memory. */
public interface ClusterFacts {
    /** Returns what is not known whole at present; while this is not empty the other answers mean nothing. */
    List<String> notReady();

    /** Returns what the pods of a namespace may use. */
    Grants grantsOf(String namespace);

    /** Returns the namespaces of all projects, each once, in no order. */
    List<String> projects();

    /** Returns the mirror claims in a namespace that are being deleted, by name. */
    Map<String, EndingMirror> endingMirrors(String namespace);

    /** Returns the storage that data volumes hold. */
    HeldStorage heldStorage();

    /** Returns what is known of the scope that a share names. */
    Target target(ScopeFacts scope);

    /** Returns what is known of a data volume. */
    DataVolumeTarget dataVolume(String namespace, String name);
}
