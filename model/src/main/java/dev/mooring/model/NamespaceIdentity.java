package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** The namespace of a project or department; its UID is the identity of the scope. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NamespaceIdentity(
        @Required @JsonPropertyDescription("The namespace's name.")
        String name,

        @Required
        @JsonPropertyDescription(
                "The namespace's UID. A namespace that was deleted and made again has another one and inherits nothing.")
        String uid) {}
