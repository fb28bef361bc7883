package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** Which claim a data volume stands for. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DataVolumeSpec(
        @Required
        @JsonPropertyDescription(
                "The PersistentVolumeClaim in the same namespace that holds the data. Cannot be changed.")
        String claimName,

        @JsonPropertyDescription("What the data is, for those who may use it; at most 127 characters.") @Nullable
        String description) {}
