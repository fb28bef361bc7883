package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Who gets a role by an access rule. Ordered by kind, namespace and name. */
@JsonClassDescription("One user, group or service account.")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "(self.kind == 'ServiceAccount') == has(self.namespace)",
        message = "namespace is required for the kind ServiceAccount, and left out for User and Group")
@ValidationRule(
        value = "self.kind != 'ServiceAccount'"
                + " || self.name.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*$')",
        message = "the name of a service account holds lower-case letters, digits and dashes, in parts between dots",
        fieldPath = ".name")
public record AccessSubject(
        @Required
        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
        @JsonPropertyDescription("Whether it is a user, a group or a service account.")
        SubjectKind kind,

        @Required
        @Size(min = 1, max = 253)
        @ValidationRule(
                value = "self.matches('^[!-~]+$')",
                message =
                        "the name has spaces, or characters beyond ASCII that may look like others; write it as the API"
                                + " server knows it, such as anna@example.org")
        @ValidationRule(
                value = "!self.lowerAscii().startsWith('system:')",
                message = "names that begin with system: belong to Kubernetes; for a service account write kind"
                        + " ServiceAccount with its name and namespace")
        @JsonPropertyDescription(
                "The name as the API server knows it, in visible ASCII characters; of a user or group what the identity"
                        + " provider says, such as anna@example.org. Names that begin with system: are Kubernetes' own.")
        String name,

        @Pattern(ScopeNames.NAMESPACE_PATTERN)
        @Size(max = 63)
        @JsonPropertyDescription("The namespace of a service account. Left out for users and groups.")
        @Nullable
        String namespace)
        implements Comparable<AccessSubject> {

    private static final Comparator<AccessSubject> ORDER = Comparator.comparing(AccessSubject::kind)
            .thenComparing(subject -> subject.namespace() == null ? "" : subject.namespace())
            .thenComparing(AccessSubject::name);

    @Override
    public int compareTo(AccessSubject other) {
        return ORDER.compare(this, other);
    }
}
