package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the controller found out about a data volume. */
@JsonClassDescription("What the controller found out about the data volume.")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DataVolumeStatus(
        @JsonPropertyDescription("Its state in one word; the conditions say why.") @Nullable
        Phase phase,

        @JsonPropertyDescription("The storage behind the claim.") @Nullable
        OriginStatus origin,

        @Min(0) @JsonPropertyDescription("How many shares it has.") @Nullable
        Integer shares,

        @Min(0) @JsonPropertyDescription("How many mirrors of it exist, in all projects.") @Nullable
        Integer mirrors,

        @Min(0) @JsonPropertyDescription("How many pods use it, in all projects.") @Nullable
        Integer consumers,

        @Size(max = MOST_CONSUMING_PROJECTS)
        @JsonPropertyDescription("The projects whose pods use it, those with most first; ten at most.")
        List<ConsumingProject> consumingProjects,

        @Min(0) @JsonPropertyDescription("How many more projects have pods that use it.") @Nullable
        Integer otherConsumingProjects,

        @Min(0)
        @JsonPropertyDescription(
                "How many consumers are still there although no share lets their project use it any more.")
        @Nullable
        Integer revokedConsumers,

        @Min(0)
        @JsonPropertyDescription("How many of revokedConsumers are being evicted or deleted; the others are kept.")
        @Nullable
        Integer evictingConsumers,

        @JsonPropertyDescription(Vocabulary.CONDITIONS) List<Condition> conditions) {

    /** The type of the condition that says whether the data can be shared for writing. */
    public static final String WRITABLE = "Writable";

    /** The type of the condition that names other ways to the storage; there is none while there are none. */
    public static final String ALIASED = "Aliased";

    /** How many of the projects that use a data volume are named; its status must not grow with the cluster. */
    public static final int MOST_CONSUMING_PROJECTS = 10;

    public DataVolumeStatus {
        consumingProjects = consumingProjects == null ? List.of() : List.copyOf(consumingProjects);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }
}
