package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the controller found out about an access rule. */
@JsonClassDescription("What the controller found out about the rule.")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AccessRuleStatus(
        @Min(0)
        @JsonPropertyDescription("In how many namespaces a RoleBinding gives the role to all subjects of the rule.")
        @Nullable
        Integer bindings,

        @JsonPropertyDescription(
                "The first ten, by the alphabet, of the namespaces in which the RoleBinding mooring:role:<role> gives all subjects of the rule the role.")
        List<String> namespaces,

        @JsonPropertyDescription(Vocabulary.CONDITIONS) List<Condition> conditions) {

    public AccessRuleStatus {
        namespaces = namespaces == null ? List.of() : List.copyOf(namespaces);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }
}
