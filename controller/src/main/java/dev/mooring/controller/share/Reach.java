package dev.mooring.controller.share;

/**
 * How far a share goes.
 *
 * @param projects how many projects it reaches
 * @param mirrors how many mirrors of the data volume are there
 * @param consumers how many pods use them
 */
record Reach(int projects, int mirrors, int consumers) {}
