package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** A data volume that can be used in a namespace. */
@JsonClassDescription("A data volume that can be used in the namespace.")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UsableDataVolume(
        @Required @JsonPropertyDescription("What to write into the annotation mooring.dev/data-volumes: project/name.")
        String dataVolume,

        @Required @JsonPropertyDescription("Whether it may be read only, or written too.")
        Access access,

        @JsonPropertyDescription(Vocabulary.READABLE_UNTIL) @Nullable
        String readableUntil,

        @JsonPropertyDescription(Vocabulary.WRITABLE_UNTIL) @Nullable
        String writableUntil,

        @Required @JsonPropertyDescription("Whether its storage can be mounted at present.")
        boolean ready,

        @JsonPropertyDescription("Why it cannot be mounted, or not be written.") @Nullable
        String message) {}
