package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the controller found out about a department. */
@JsonClassDescription("What the controller found out about the department.")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DepartmentStatus(
        @JsonPropertyDescription(
                "The department's namespace, once it is made or adopted. Its UID is the department's identity.")
        @Nullable
        NamespaceIdentity namespace,

        @Min(0) @JsonPropertyDescription("How many projects the department has.") @Nullable
        Integer projects,

        @JsonPropertyDescription(Vocabulary.CONDITIONS) List<Condition> conditions) {

    public DepartmentStatus {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }
}
