package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked beside what can be used in the namespace, which is always answered. */
@JsonClassDescription(
        "What is asked beside what can be used in this namespace, which is always answered. May be left out.")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DataVolumeReviewSpec(
        @JsonPropertyDescription(
                "A pod template, metadata and spec, as in a Deployment or Job: would its pods be let in, and"
                        + " if not, why?")
        @Nullable
        Map<String, Object> template,

        @Size(min = 1, max = 253)
        @ValidationRule(
                value = "!self.contains('/')",
                message = "who may use a data volume is asked in its own project's namespace, by its bare name")
        @JsonPropertyDescription("A data volume of this namespace, by its bare name: which other projects may use it?")
        @Nullable
        String dataVolume) {}
