package dev.mooring.webhook.review;

/** A resource of the API with the sub-resource that a request is about, or "" for the object itself. */
public record ResourceName(String group, String version, String resource, String subResource) {
    /** The resource itself. */
    public ResourceName(String group, String version, String resource) {
        this(group, version, resource, "");
    }

    /** That sub-resource of this resource. */
    public ResourceName sub(String name) {
        return new ResourceName(group, version, resource, name);
    }

    /** As in {@code apps/v1 deployments}, {@code v1 pods/ephemeralcontainers}. */
    @Override
    public String toString() {
        return (group.isEmpty() ? version : group + '/' + version)
                + ' '
                + (subResource.isEmpty() ? resource : resource + '/' + subResource);
    }
}
