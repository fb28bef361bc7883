package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One grant: which data volume, to whom, with which access, until when. */
@JsonClassDescription("Which data volume is shared, with whom, with which access and until when.")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "self.mirror != 'Always' || self.scope.kind == 'Project'",
        message = "mirror Always is for a share with one project; leave it out for departments and the cluster",
        fieldPath = ".mirror")
public record DataVolumeShareSpec(
        @Required
        @Pattern(ScopeNames.PATTERN)
        @Size(max = 63)
        @ValidationRule(
                value = "self == oldSelf",
                message = "a share's data volume cannot be changed; make another share instead")
        @JsonPropertyDescription("The data volume in the same namespace that is shared. Cannot be changed.")
        String dataVolume,

        @Required @JsonPropertyDescription("Whom it is shared with. Cannot be changed; make another share instead.")
        ShareScope scope,

        @Default("ReadOnly")
        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
        @JsonPropertyDescription("ReadOnly lets pods read the data; ReadWrite lets those that ask for it write, too.")
        Access access,

        @Default("OnFirstUse")
        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
        @JsonPropertyDescription(
                "When the mirror claim appears in a project: OnFirstUse, when the first pod there asks for the data"
                        + " volume, or Always, at once. Always is for the scope kind Project only.")
        MirrorMode mirror,

        @Pattern(EXPIRY_PATTERN)
        @JsonPropertyDescription(
                "When the share ends by itself, as RFC 3339 has it, such as 2027-01-31T18:00:00Z. Left out, it does"
                        + " not end.")
        @Nullable
        String expiresAt,

        @Default("Keep")
        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
        @JsonPropertyDescription(
                "What happens to pods that use the data when the share ends and no other one covers them: Keep lets them"
                        + " run to their end. Evict evicts them, with a grace of at most 60 seconds; those that cannot be"
                        + " evicted in time, such as for a disruption budget, are deleted. The value that counts is the"
                        + " one from before the end.")
        RevokeMode onRevoke,

        @Required
        @Size(min = 1, max = 1024)
        @ValidationRule(value = "self == oldSelf", message = "who made a share cannot be changed")
        @JsonPropertyDescription(
                "The user who made the share. Set by Mooring from the request; what a person writes is overwritten."
                        + " Cannot be changed.")
        String grantedBy) {

    /**
     * RFC 3339 in upper case with an offset that exists. The schema's {@code date-time} alone lets through what {@link
     * OffsetDateTime} does not read.
     */
    static final String EXPIRY_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?"
            + "(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])$";

    /** Applies the schema's defaults, so that a record made in a program and one that was read mean the same. */
    public DataVolumeShareSpec {
        access = access == null ? Access.READ_ONLY : access;
        mirror = mirror == null ? MirrorMode.ON_FIRST_USE : mirror;
        onRevoke = onRevoke == null ? RevokeMode.KEEP : onRevoke;
    }

    /** Returns when the share ends, or empty if it does not; what cannot be read ended long ago. */
    public Optional<Instant> expiry() {
        return Optional.ofNullable(expiresAt).map(DataVolumeShareSpec::instant);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return Instant.MIN;
        }
    }
}
