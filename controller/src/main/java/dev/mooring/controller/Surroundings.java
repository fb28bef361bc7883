package dev.mooring.controller;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What the controller takes from the machine that it runs on.
 *
 * @param clock the time of day
 * @param nanoTime a clock that never jumps, in nanoseconds
 * @param chance what waits are drawn from; safe for use by several threads
 */
public record Surroundings(InstantSource clock, LongSupplier nanoTime, RandomGenerator chance) {}
