package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the controller found out about a project. */
@JsonClassDescription("What the controller found out about the project.")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProjectStatus(
        @JsonPropertyDescription(
                "The project's namespace, once it is made or adopted. Its UID is the project's identity.")
        @Nullable
        NamespaceIdentity namespace,

        @JsonPropertyDescription(Vocabulary.CONDITIONS) List<Condition> conditions) {

    public ProjectStatus {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }
}
