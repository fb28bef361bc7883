package dev.mooring.webhook;

import dev.mooring.webhook.review.Operation;
import dev.mooring.webhook.review.ResourceName;

/** What requests of one kind are about. */
record Route(ResourceName resource, Operation operation) {}
