/**
 * The process that makes the world what the objects say: namespaces of departments and projects, mirrors of data volumes,
 * and the conditions that tell people.
 *
 * <p>Only wiring here. It admits and refuses nothing: what may be used is worked out by the same code that answers
 * admission requests. Begin with {@link dev.mooring.controller.Controller}, then {@link dev.mooring.controller.reconcile}.
 */
@NullMarked
package dev.mooring.controller;

import org.jspecify.annotations.NullMarked;
