package dev.mooring.webhook;

import static dev.mooring.decision.DenyReason.MALFORMED_OBJECT;

import dev.mooring.decision.Decision.Deny;
import dev.mooring.webhook.review.AdmissionRequest;
import dev.mooring.webhook.review.ObjectIdentity;
import dev.mooring.webhook.review.Operation;
import dev.mooring.webhook.review.ReviewedObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What must hold of every request before it can be judged: that it is one, and about what it says it is about. */
final class RequestRules {
    private static final List<Function<AdmissionRequest, @Nullable String>> COMPLAINTS = List.of(
            AdmissionRequest::defect,
            RequestRules::noNamespace,
            RequestRules::noObject,
            RequestRules::noOldObject,
            request -> anotherObject("object", request, request.object()),
            request -> anotherObject("oldObject", request, request.oldObject()));

    private RequestRules() {}

    /** The denial of a request that contradicts itself, or nothing. */
    static Optional<Deny> objection(AdmissionRequest request) {
        for (Function<AdmissionRequest, @Nullable String> rule : COMPLAINTS) {
            String complaint = rule.apply(request);
            if (complaint != null) {
                return Optional.of(new Deny(MALFORMED_OBJECT, complaint));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String noNamespace(AdmissionRequest request) {
        return request.namespace().isEmpty() && Routes.isNamespaced(request.resource())
                ? "the request names no namespace"
                : null;
    }

    private static @Nullable String noObject(AdmissionRequest request) {
        return request.object() == null ? "the request has no object" : null;
    }

    private static @Nullable String noOldObject(AdmissionRequest request) {
        return request.operation() == Operation.UPDATE && request.oldObject() == null
                ? "the request is an UPDATE and has no oldObject"
                : null;
    }

    private static @Nullable String anotherObject(
            String field, AdmissionRequest request, @Nullable ReviewedObject object) {
        return object == null ? null : anotherObject(field, request, object.identity());
    }

    private static @Nullable String anotherObject(String field, AdmissionRequest request, ObjectIdentity identity) {
        var kind = request.kind();
        if (!kind.kind().equals(identity.kind()) || !kind.apiVersion().equals(identity.apiVersion())) {
            return "the request is about \"%s %s\" and its %s is of \"%s %s\""
                    .formatted(kind.apiVersion(), kind.kind(), field, identity.apiVersion(), identity.kind());
        }
        if (!identity.namespace().isEmpty() && !identity.namespace().equals(request.namespace())) {
            return "the request is about namespace \"%s\" and its %s is in \"%s\""
                    .formatted(request.namespace(), field, identity.namespace());
        }
        return null;
    }
}
