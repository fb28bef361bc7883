package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/**
 * A question about data volumes, which is created with a server dry run and never stored: the answer is its status.
 *
 * <p>Its status is no subresource, for the API server would drop what a webhook writes there at creation.
 */
@JsonClassDescription(
        "A question about data volumes in this namespace: what can be used here, would this pod be let in, who"
                + " may use this data volume. Create it with --dry-run=server -o yaml; the answer is its status. It is never stored.")
@Group(Vocabulary.GROUP)
@Version(Vocabulary.VERSION)
@Categories(Vocabulary.CATEGORY)
@ShortNames("mreview")
public final class DataVolumeReview extends CustomResource<DataVolumeReviewSpec, DataVolumeReviewStatus>
        implements Namespaced {
    /** Returns the answer, or null before it is given. */
    @Override
    public @Nullable DataVolumeReviewStatus getStatus() {
        return super.getStatus();
    }
}
