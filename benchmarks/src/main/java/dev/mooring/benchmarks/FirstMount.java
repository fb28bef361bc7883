package dev.mooring.benchmarks;

import java.time.Duration;

/**
 * How the first mount in a project went, from the moment in which its pod was sent to the API server.
 *
 * @param created until the API server had created the pod, admission included
 * @param made until its claim was seen
 * @param bound until its claim was seen bound
 */
record FirstMount(Duration created, Duration made, Duration bound) {}
