package dev.mooring.informers;

import dev.mooring.model.Access;
import dev.mooring.model.Annotations;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.DataVolumeShareSpec;
import dev.mooring.model.DataVolumeSpec;
import dev.mooring.model.Department;
import dev.mooring.model.DepartmentSpec;
import dev.mooring.model.MirrorMode;
import dev.mooring.model.Project;
import dev.mooring.model.ProjectSpec;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeKind;
import dev.mooring.model.ShareScope;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.Optional;

/**
 * What a heartbeat looks like: a valid object of its kind that says what it is, with the number of the newest beat as an
 * annotation. It lies in our own namespace, where objects of our kinds mean nothing.
 */
final class Heartbeat {
    private static final String PREFIX = "heartbeat-";
    private static final String TEXT = "heartbeat of a process of Mooring; grants nothing";

    /** Stands where the schema asks for the name of something. */
    private static final String NOTHING = "heartbeat";

    private Heartbeat() {}

    static String nameOf(String identity) {
        return PREFIX + identity;
    }

    static Project project() {
        return filled(new Project(), new ProjectSpec(TEXT));
    }

    static Department department() {
        return filled(new Department(), new DepartmentSpec(TEXT, null));
    }

    static DataVolume dataVolume() {
        return filled(new DataVolume(), new DataVolumeSpec(NOTHING, TEXT));
    }

    static DataVolumeShare share() {
        return filled(
                new DataVolumeShare(),
                new DataVolumeShareSpec(
                        NOTHING,
                        new ShareScope(ScopeKind.CLUSTER, null, NOTHING, NOTHING),
                        Access.READ_ONLY,
                        MirrorMode.ON_FIRST_USE,
                        null,
                        RevokeMode.KEEP,
                        NOTHING));
    }

    private static <S, R extends CustomResource<S, ?>> R filled(R object, S spec) {
        object.setSpec(spec);
        return object;
    }

    /** Returns {@code object} as the first heartbeat of its process. */
    static <R extends HasMetadata> R named(R object, String namespace, String name, long number) {
        object.setMetadata(new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName(name)
                .addToAnnotations(Annotations.HEARTBEAT, Long.toString(number))
                .build());
        return object;
    }

    /** Returns the merge patch that makes a heartbeat of a process its next one. */
    static String patch(long number) {
        return "{\"metadata\":{\"annotations\":{\"" + Annotations.HEARTBEAT + "\":\"" + number + "\"}}}";
    }

    /** Returns the number of a heartbeat, or empty if the object is none. */
    static Optional<Long> number(ObjectMeta object) {
        var number =
                object.getAnnotations() == null ? null : object.getAnnotations().get(Annotations.HEARTBEAT);
        return number == null
                        || !number.matches("[1-9][0-9]{0,17}")
                        || !object.getName().startsWith(PREFIX)
                ? Optional.empty()
                : Optional.of(Long.valueOf(number));
    }
}
