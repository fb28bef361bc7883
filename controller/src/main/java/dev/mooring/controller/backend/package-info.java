/**
 * Knows which storage can be mirrored and how: one strategy for each backend, refusal for what is unknown or unsafe.
 *
 * <p>Pure: a volume goes in, a verdict or the source of another volume comes out. Begin with {@link
 * dev.mooring.controller.backend.MirrorStrategies}; docs/backends.md is the same table for people.
 */
@NullMarked
package dev.mooring.controller.backend;

import org.jspecify.annotations.NullMarked;
