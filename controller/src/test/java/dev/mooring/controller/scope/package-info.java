/** Tests of what becomes of namespaces, on plain facts and on a world in memory. */
@NullMarked
package dev.mooring.controller.scope;

import org.jspecify.annotations.NullMarked;
