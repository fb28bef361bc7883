package dev.mooring.controller.access;

/**
 * A binding that an access rule asks for and that could not be made or changed.
 *
 * @param namespace where
 * @param name its name
 * @param reason what the API server said
 */
record RefusedBinding(String namespace, String name, String reason) {}
