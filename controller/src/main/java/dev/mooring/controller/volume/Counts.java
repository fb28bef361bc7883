package dev.mooring.controller.volume;

/**
 * How much a data volume is used.
 *
 * @param shares its shares
 * @param mirrors its mirrors in all projects, those that are being deleted too
 * @param consumers the pods that name its mirrors and have not finished, by project
 * @param revoked those of them whose project has no grant any more
 * @param evicting those of these that are being evicted or deleted
 */
record Counts(int shares, int mirrors, ConsumingProjects consumers, int revoked, int evicting) {}
