package dev.mooring.decision;

/**
 * One operation of an RFC 6902 patch, always an {@code add}: Mooring never removes, moves or copies. At a member that
 * exists, {@code add} puts the new value in place of the old one; that is done to {@code readOnly} only.
 *
 * @param path an RFC 6901 pointer, escaped
 * @param value what to put there
 */
public record PatchOperation(String path, JsonValue value) {}
