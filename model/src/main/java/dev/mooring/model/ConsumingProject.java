package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;

/** A project whose pods use a data volume. */
@JsonClassDescription("A project whose pods use the data volume.")
@JsonIgnoreProperties(ignoreUnknown = true)
public record ConsumingProject(
        @Required @JsonPropertyDescription("The project's name.")
        String project,

        @Required @Min(1) @JsonPropertyDescription("How many of its pods use the data volume.")
        int consumers) {}
