package dev.mooring.certs;

/** Where a Secret is. */
record SecretName(String namespace, String name) {}
