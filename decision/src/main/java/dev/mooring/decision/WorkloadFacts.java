package dev.mooring.decision;

/**
 * What a decision about a workload depends on.
 *
 * @param own what the annotations of the workload itself ask for, which its pods never see
 * @param template what it makes pods of
 */
public record WorkloadFacts(Requests own, PodFacts template) {}
