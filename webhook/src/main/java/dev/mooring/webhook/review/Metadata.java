package dev.mooring.webhook.review;

import dev.mooring.decision.Requests;
import dev.mooring.decision.ShareFacts.OwnerFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of the metadata of an object or of a pod template. */
record Metadata(
        String namespace,
        String name,
        boolean deleting,
        Requests requests,
        @Nullable List<OwnerFacts> owners,
        @Nullable List<String> finalizers) {
    static final Metadata NONE = new Metadata("", "", false, Requests.NONE, null, null);
}
