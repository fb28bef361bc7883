package dev.mooring.webhook.review;

/** A kind of object. */
public record ObjectKind(String group, String version, String kind) {
    /** Group and version as objects write them, {@code apps/v1} or {@code v1}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + '/' + version;
    }
}
