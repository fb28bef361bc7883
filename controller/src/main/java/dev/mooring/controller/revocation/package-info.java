/**
 * Deals with pods that use a data volume which is not shared with their project any more: keeps or evicts them as the share
 * said, and deletes those that were only placed afterwards.
 *
 * <p>Changes no grant and makes no mirror. What must outlive a restart is noted on the mirror claim; what is in memory only
 * keeps the same from being asked and said twice. Begin with {@link dev.mooring.controller.revocation.RevocationPlan}.
 */
@NullMarked
package dev.mooring.controller.revocation;

import org.jspecify.annotations.NullMarked;
