/**
 * AdmissionReviews as bytes: read in one pass into the little that a decision needs, and answered.
 *
 * <p>Everything here works on bytes in memory: no client, no clock, no logger, and no typed model of
 * Kubernetes objects. Nothing here decides. A body that cannot be read is a value, {@link
 * dev.mooring.webhook.review.Reading.Unreadable}, never an allowed request.
 *
 * <p>Begin with {@link dev.mooring.webhook.review.ReviewReader}, then {@link
 * dev.mooring.webhook.review.ResponseWriter}.
 */
@NullMarked
package dev.mooring.webhook.review;

import org.jspecify.annotations.NullMarked;
