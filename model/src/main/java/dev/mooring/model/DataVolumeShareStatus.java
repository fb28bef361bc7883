package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the controller found out about a share. */
@JsonClassDescription("What the controller found out about the share.")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DataVolumeShareStatus(
        @Min(0) @JsonPropertyDescription("How many projects it reaches.") @Nullable
        Integer projects,

        @Min(0) @JsonPropertyDescription("How many mirrors of the data volume exist in them.") @Nullable
        Integer mirrors,

        @Min(0) @JsonPropertyDescription("How many pods use the data volume in the projects that it reaches.") @Nullable
        Integer consumers,

        @JsonPropertyDescription(Vocabulary.CONDITIONS) List<Condition> conditions) {

    public DataVolumeShareStatus {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }
}
