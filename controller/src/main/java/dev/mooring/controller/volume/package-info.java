/**
 * Turns claims into data volumes: finds the storage, guards it, says whether it can be shared.
 *
 * <p>Changes nothing but the origin's reclaim policy and one label, and takes both back. Begin with {@link
 * dev.mooring.controller.volume.DataVolumePlan}.
 */
@NullMarked
package dev.mooring.controller.volume;

import org.jspecify.annotations.NullMarked;
