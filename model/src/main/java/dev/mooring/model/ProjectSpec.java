package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** What an administrator says about a project. */
@JsonClassDescription("What an administrator says about the project.")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProjectSpec(
        @Size(max = 127) @JsonPropertyDescription("The name that people read, in any script.") @Nullable
        String displayName) {

    static final ProjectSpec EMPTY = new ProjectSpec(null);
}
