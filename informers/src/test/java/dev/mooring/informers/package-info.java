/** Tests of what the processes know about the cluster. */
@NullMarked
package dev.mooring.informers;

import org.jspecify.annotations.NullMarked;
