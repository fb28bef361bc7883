package dev.mooring.controller;

/** Wakes up reconcilers, one for each kind. */
record Wakers(Waker departments, Waker projects, Waker dataVolumes, Waker shares, Waker mirrors) {}
