/**
 * The admission webhook: gathers what a request is about, lets {@code dev.mooring.decision} decide, and answers.
 *
 * <p>Nothing here judges a pod or a share, and no request waits for the API server, but that of a person whom no
 * access rule names and who asks for data: what else is not known in memory makes the process not ready, and a denial with a
 * reason of its own. Questions are answered on a thread of their own, so that no pod waits for one. What is not understood is never
 * allowed.
 *
 * <p>Begin with {@link dev.mooring.webhook.AdmissionEndpoint}, which answers one request, and {@link
 * dev.mooring.webhook.Webhook}, which wires the process.
 */
@NullMarked
package dev.mooring.webhook;

import org.jspecify.annotations.NullMarked;
