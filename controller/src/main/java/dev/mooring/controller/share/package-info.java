/**
 * Says of each share whom it reaches and how much it is used. Grants nothing and takes nothing away: what a share means is
 * worked out where it is asked. A share that is being deleted goes
 * when that is in force everywhere.
 *
 * <p>Begin with {@link dev.mooring.controller.share.SharePlan}.
 */
@NullMarked
package dev.mooring.controller.share;

import org.jspecify.annotations.NullMarked;
