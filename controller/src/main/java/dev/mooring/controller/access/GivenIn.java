package dev.mooring.controller.access;

/** What an access rule gives in one namespace. */
record GivenIn(String namespace, Given given) {}
