package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a question about data volumes, by the code that decides about pods. */
@JsonClassDescription(
        "The answer, given by the code that decides about pods. What is written here by others is overwritten.")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DataVolumeReviewStatus(
        @JsonPropertyDescription("What is wrong with the question, such as a namespace that is no project's.") @Nullable
        String message,

        @JsonPropertyDescription(
                "The data volumes that pods can use in this namespace at present, by name; 500 at most.")
        List<UsableDataVolume> usable,

        @Min(1) @JsonPropertyDescription("How many more can be used than are named; absent if all are.") @Nullable
        Integer usableOmitted,

        @JsonPropertyDescription("Whether pods of spec.template would be let in.") @Nullable
        PodVerdict pod,

        @JsonPropertyDescription("The other projects that may use spec.dataVolume at present, by name; 500 at most.")
        List<DataVolumeUser> users,

        @Min(1) @JsonPropertyDescription("How many more may use it than are named; absent if all are.") @Nullable
        Integer usersOmitted) {

    public DataVolumeReviewStatus {
        usable = usable == null ? List.of() : List.copyOf(usable);
        users = users == null ? List.of() : List.copyOf(users);
    }
}
