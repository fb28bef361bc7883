/**
 * Makes, heals and removes mirrors: the claim and volume by which pods of one project reach the storage of another.
 *
 * <p>A mirror is made when a pod or a share asks for it, and stays as long as a grant covers it. Nothing is touched here that does not carry our labels
 * with the right UIDs. Begin with {@link dev.mooring.controller.mirror.MirrorPlan}, then {@link
 * dev.mooring.controller.mirror.MirrorRecipe}.
 */
@NullMarked
package dev.mooring.controller.mirror;

import org.jspecify.annotations.NullMarked;
