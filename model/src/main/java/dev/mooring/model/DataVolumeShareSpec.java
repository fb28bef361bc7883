package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One grant: which data volume, to whom, with which access, until when. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DataVolumeShareSpec(
        @Required @JsonPropertyDescription("The data volume in the same namespace that is shared. Cannot be changed.")
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
                "When the mirror claim appears in a project: OnFirstUse, when the first pod there asks for the data volume, or"
                        + " Always, at once. Always is for the scope kind Project only.")
        MirrorMode mirror,

        @JsonPropertyDescription(
                "When the share ends by itself, as RFC 3339 has it, such as 2027-01-31T18:00:00Z. Left out, it does not end.")
        @Nullable
        String expiresAt,

        @Default("Keep")
        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
        @JsonPropertyDescription(
                "What happens to pods that use the data when the share ends: Keep lets them run to their end, Evict evicts them.")
        RevokeMode onRevoke,

        @Required
        @JsonPropertyDescription(
                "The user who made the share. Set by Mooring from the request; what a person writes is overwritten. Cannot be"
                        + " changed.")
        String grantedBy) {

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
