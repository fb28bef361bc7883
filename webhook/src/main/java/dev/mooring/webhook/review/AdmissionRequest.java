package dev.mooring.webhook.review;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One admission request: what a decision needs of it, and no more.
 *
 * @param uid what the answer must repeat
 * @param resource what the request is about, in the version that the webhook configuration asks for
 * @param kind the kind that the objects must have
 * @param name empty while the API server has not chosen one
 * @param object the object as it would be; absent on DELETE and CONNECT
 * @param oldObject the object as it is; absent on CREATE and CONNECT
 * @param defect the first value of a wrong shape in it, as a sentence, if there is one
 */
public record AdmissionRequest(
        String uid,
        ResourceName resource,
        ObjectKind kind,
        Operation operation,
        String namespace,
        String name,
        Requester requester,
        boolean dryRun,
        @Nullable ReviewedObject object,
        @Nullable ReviewedObject oldObject,
        @Nullable String defect) {

    /** The object, of a request that has been found to have one. */
    public ReviewedObject subject() {
        return Objects.requireNonNull(object, "a request without an object was to be denied before");
    }

    /** The object as it is, of an UPDATE that has been found to have one. */
    public ReviewedObject oldSubject() {
        return Objects.requireNonNull(oldObject, "an UPDATE without an oldObject was to be denied before");
    }

    /** The object's name, {@code train-*} while the API server has not made one of its generateName; or empty. */
    public String nameOfSubject() {
        return name.isEmpty() && object != null ? object.identity().name() : name;
    }
}
