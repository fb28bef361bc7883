/** Tests what access rules become. Begin with {@link dev.mooring.controller.access.BindingPlanProperties}. */
@NullMarked
package dev.mooring.controller.access;

import org.jspecify.annotations.NullMarked;
