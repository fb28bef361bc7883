package dev.mooring.controller.index;

import dev.mooring.model.AccessSubject;
import dev.mooring.model.SubjectKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a RoleBinding of ours. Its name makes it one, whoever made it: a label or an
 * owner may be given to any binding, and this one may lose its own.
 *
 * @param namespace where it is
 * @param name its name
 * @param role the Role or ClusterRole that it gives
 * @param ofClusterRole whether that is a ClusterRole
 * @param subjects whom it gives that
 * @param resourceVersion which state of it this is
 */
public record BindingView(
        String namespace,
        String name,
        String role,
        boolean ofClusterRole,
        Set<AccessSubject> subjects,
        String resourceVersion) {
    /** What the names of our bindings and Roles begin with; what they give follows. */
    public static final String PREFIX = "mooring:";

    private static final Pattern OURS = Pattern.compile(PREFIX + "(role|above|project|department):");

    public BindingView {
        subjects = Set.copyOf(subjects);
    }

    /** Returns what is kept of {@code binding}, or null if it is not ours. */
    public static @Nullable BindingView of(RoleBinding binding) {
        return isOurs(binding)
                ? new BindingView(
                        binding.getMetadata().getNamespace(),
                        binding.getMetadata().getName(),
                        binding.getRoleRef().getName(),
                        "ClusterRole".equals(binding.getRoleRef().getKind()),
                        subjects(binding.getSubjects()),
                        binding.getMetadata().getResourceVersion())
                : null;
    }

    /** Returns whether {@code object}, a RoleBinding or a Role, is the controller's to make, change and delete. */
    public static boolean isOurs(HasMetadata object) {
        return OURS.matcher(object.getMetadata().getName()).lookingAt();
    }

    private static Set<AccessSubject> subjects(List<Subject> subjects) {
        return subjects.stream()
                .flatMap(subject -> kind(subject).stream().map(kind -> subject(kind, subject)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static AccessSubject subject(SubjectKind kind, Subject subject) {
        return new AccessSubject(
                kind, subject.getName(), kind == SubjectKind.SERVICE_ACCOUNT ? subject.getNamespace() : null);
    }

    private static Optional<SubjectKind> kind(Subject subject) {
        return Arrays.stream(SubjectKind.values())
                .filter(kind -> kind.word().equals(subject.getKind()))
                .findFirst();
    }
}
