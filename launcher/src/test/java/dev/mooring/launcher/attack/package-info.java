/**
 * Attempts to get at data that nobody shared, against a real API server with the whole product on it.
 *
 * <p>Each class is a line of {@code attacks/lines.md}, each test an attempt by somebody with the rights that such a person
 * has. An attempt passes when it is refused with a message and an audit annotation, or provably has no effect; one that
 * shows neither fails. What a run has shown becomes the table in {@code docs/security.md}. Begin at {@link
 * dev.mooring.launcher.attack.Attempt}.
 */
@NullMarked
package dev.mooring.launcher.attack;

import org.jspecify.annotations.NullMarked;
