package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** What an administrator says about a project. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProjectSpec(
        @JsonPropertyDescription("The name that people read, in any script.") @Nullable
        String displayName) {

    static final ProjectSpec EMPTY = new ProjectSpec(null);
}
