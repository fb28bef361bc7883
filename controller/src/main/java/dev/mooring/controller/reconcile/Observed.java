package dev.mooring.controller.reconcile;

/**
 * What was seen around one key.
 *
 * @param objects the objects as they were read, for those who write
 * @param facts what a plan looks at: plain data
 */
public record Observed<O, F>(O objects, F facts) {}
