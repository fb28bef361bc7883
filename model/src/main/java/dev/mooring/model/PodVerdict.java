package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether pods of a template would be let in. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PodVerdict(
        @Required
        @JsonInclude
        @JsonPropertyDescription("Whether the webhook would let them in; policies are not asked.")
        boolean allowed,

        @JsonPropertyDescription("Why not, in one word; docs/reasons.md has them all.") @Nullable
        String reason,

        @JsonPropertyDescription("Why not, as whoever creates such a pod is told.") @Nullable
        String message,

        @JsonPropertyDescription("What whoever creates such a pod is warned of.")
        List<String> warnings) {

    public PodVerdict {
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }
}
