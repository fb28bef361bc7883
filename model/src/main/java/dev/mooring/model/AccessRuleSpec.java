package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** Who gets which role. */
@JsonClassDescription("Who gets which role, in the scope whose namespace the rule lives in and in all below it.")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AccessRuleSpec(
        @Required
        @Size(min = 1, max = 200)
        @JsonPropertyDescription("Who gets the role: users, groups and service accounts, 200 at most.")
        List<AccessSubject> subjects,

        @Required
        @Pattern(ROLE_PATTERN)
        @Size(max = 57)
        @JsonPropertyDescription(
                "The role: the name of a ClusterRole that is labelled mooring.dev/role, such as l1-researcher or viewer.")
        String role) {

    /** What the names of roles look like. They are values of labels, too. */
    static final String ROLE_PATTERN = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";

    /** Leaves out subjects of a kind that this version does not know. */
    public AccessRuleSpec {
        subjects = subjects == null
                ? List.of()
                : subjects.stream().filter(AccessRuleSpec::isKnown).toList();
        role = role == null ? "" : role;
    }

    private static boolean isKnown(AccessSubject subject) {
        return subject.kind() != null && subject.name() != null;
    }
}
