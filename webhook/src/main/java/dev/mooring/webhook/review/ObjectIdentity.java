package dev.mooring.webhook.review;

/**
 * Which object it is; what it does not say is empty.
 *
 * @param name its name, or its generateName and a star where the API server makes the name later
 * @param deleting whether it has a deletion timestamp
 */
public record ObjectIdentity(String apiVersion, String kind, String namespace, String name, boolean deleting) {}
