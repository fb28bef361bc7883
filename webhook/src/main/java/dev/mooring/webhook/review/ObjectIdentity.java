package dev.mooring.webhook.review;

/**
 * Which object it is; what it does not say is empty.
 *
 * @param deleting whether it has a deletion timestamp
 */
public record ObjectIdentity(String apiVersion, String kind, String namespace, String name, boolean deleting) {}
