package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Which claim a data volume stands for. */
@JsonClassDescription("Which claim the data volume stands for.")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DataVolumeSpec(
        @Required
        @Size(min = 1, max = 253)
        @ValidationRule(
                value = "self == oldSelf",
                message = "claimName cannot be changed; make another data volume instead")
        @ValidationRule(
                value = "!self.matches('^dv(rw)?[.]')",
                message = "a mirror does not become a data volume; share the data volume that it mirrors")
        @JsonPropertyDescription(
                "The PersistentVolumeClaim in the same namespace that holds the data. Cannot be changed.")
        String claimName,

        @Size(max = 127)
        @JsonPropertyDescription("What the data is, for those who may use it; at most 127 characters.")
        @Nullable
        String description) {}
