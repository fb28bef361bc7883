package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The storage behind a data volume's claim, as it was found. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OriginStatus(
        @JsonPropertyDescription("The name of the PersistentVolume that the claim is bound to.") @Nullable
        String volume,

        @JsonPropertyDescription("The UID of the claim.") @Nullable
        String uid,

        @JsonPropertyDescription("The CSI driver's name, or the kind of an in-tree volume, such as nfs.") @Nullable
        String driver,

        @JsonPropertyDescription("The volume's size, as a Kubernetes quantity.") @Nullable
        String capacity,

        @JsonPropertyDescription("The access modes of the volume.")
        List<String> accessModes) {

    public OriginStatus {
        accessModes = accessModes == null ? List.of() : List.copyOf(accessModes);
    }
}
