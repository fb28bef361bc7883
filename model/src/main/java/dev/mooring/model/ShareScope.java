package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Whom a share is for: the target as a person named it, and the namespace and UID that it had then. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(value = "self == oldSelf", message = "a share's scope cannot be changed; make another share instead")
@ValidationRule(
        value = "(self.kind == 'Cluster') != has(self.name)",
        message = "name is required for the kinds Project and Department, and left out for Cluster")
public record ShareScope(
        @Required
        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
        @JsonPropertyDescription(
                "Whether the share is for one project, for all projects of a department or for the whole cluster.")
        ScopeKind kind,

        @Pattern(ScopeNames.PATTERN)
        @Size(max = 63)
        @JsonPropertyDescription("The project's or department's name. Left out for the cluster.")
        @Nullable
        String name,

        @Required
        @Pattern(ScopeNames.NAMESPACE_PATTERN)
        @Size(max = 63)
        @JsonPropertyDescription(
                "The target's namespace. Set by Mooring at creation; what a person writes is overwritten.")
        String namespace,

        @Required
        @Size(min = 1, max = 63)
        @JsonPropertyDescription(
                "The UID of the target's namespace. Set by Mooring at creation; what a person writes is overwritten. A"
                        + " target that was deleted and made again is another one and gets nothing by this share.")
        String uid) {

    /** Turns a kind that this version does not know into a scope that reaches nobody. */
    public ShareScope {
        if (kind == null) {
            kind = ScopeKind.PROJECT;
            name = null;
            namespace = "";
            uid = "";
        }
    }
}
