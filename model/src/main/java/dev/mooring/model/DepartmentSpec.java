package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** What an administrator says about a department. */
@JsonClassDescription("What an administrator says about the department.")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
// "namespace" is a word of CEL's own; a field of that name is written with underscores.
@ValidationRule(
        value = "has(self.__namespace__) == has(oldSelf.__namespace__)"
                + " && (!has(self.__namespace__) || self.__namespace__ == oldSelf.__namespace__)",
        message = "a department's namespace cannot be given, changed or taken away later")
public record DepartmentSpec(
        @Size(max = 127) @JsonPropertyDescription("The name that people read, in any script.") @Nullable
        String displayName,

        @Pattern(ScopeNames.NAMESPACE_PATTERN)
        @Size(max = 63)
        @ValidationRule(
                value = "!self.matches('" + ScopeNames.RESERVED + "')",
                message = "a department does not take the namespaces default and kube-*: those belong to Kubernetes")
        @JsonPropertyDescription(
                "The namespace for what all the department's projects share. Left out, it is department-<name>. It is made if it"
                        + " does not exist; one that exists is taken only if it carries the annotation mooring.dev/adopt:"
                        + " <department>. Cannot be changed.")
        @Nullable
        String namespace) {

    static final DepartmentSpec EMPTY = new DepartmentSpec(null, null);
}
