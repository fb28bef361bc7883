package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** What an administrator says about a department. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DepartmentSpec(
        @JsonPropertyDescription("The name that people read, in any script.") @Nullable
        String displayName,

        @JsonPropertyDescription(
                "The namespace for what all the department's projects share. Left out, it is department-<name>. It is made if it"
                        + " does not exist; one that exists is taken only if it carries the annotation mooring.dev/adopt:"
                        + " <department>. Cannot be changed.")
        @Nullable
        String namespace) {

    static final DepartmentSpec EMPTY = new DepartmentSpec(null, null);
}
