package dev.mooring.testcluster;

/**
 * What became of a command in a container.
 *
 * @param exitCode 0 if it did what it was asked to
 * @param output what it printed, errors included, without blanks around it
 */
public record Executed(int exitCode, String output) {}
