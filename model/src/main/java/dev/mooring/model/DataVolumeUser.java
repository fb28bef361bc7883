package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** A project that may use a data volume of another one. */
@JsonClassDescription("A project that may use the data volume.")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataVolumeUser(
        @Required @JsonPropertyDescription("The project's name.")
        String project,

        @Required @JsonPropertyDescription("Whether its pods may read only, or write too.")
        Access access,

        @JsonPropertyDescription(Vocabulary.READABLE_UNTIL) @Nullable
        String readableUntil,

        @JsonPropertyDescription(Vocabulary.WRITABLE_UNTIL) @Nullable
        String writableUntil) {}
