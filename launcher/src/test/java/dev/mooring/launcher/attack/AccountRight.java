package dev.mooring.launcher.attack;

import dev.mooring.charts.ChartValues;
import dev.mooring.testcluster.AuditEvent;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that RBAC lets a service account of ours do.
 *
 * @param account its name
 * @param resource with its subresource, such as {@code pods/eviction}
 * @param namespace where, or {@link #ANY}
 * @param name the object's name, or {@link #ANY}
 */
record AccountRight(String account, String verb, String group, String resource, String namespace, String name) {
    private static final String ANY = "*";
    private static final String ABOVE = "-above";
    private static final String USER = "system:serviceaccount:" + ChartValues.DEFAULT_NAMESPACE + ":";

    /** Returns all that any binding of the cluster gives to service accounts of ours, one by one. */
    static Set<AccountRight> all(KubernetesClient admin) {
        var everywhere = admin.rbac().clusterRoleBindings().list().getItems().stream()
                .flatMap(binding -> given(admin, binding.getSubjects(), binding.getRoleRef(), ANY));
        var somewhere = admin.rbac().roleBindings().inAnyNamespace().list().getItems().stream()
                .flatMap(binding -> given(
                        admin,
                        binding.getSubjects(),
                        binding.getRoleRef(),
                        binding.getMetadata().getNamespace()));
        return Stream.concat(everywhere, somewhere).collect(Collectors.toSet());
    }

    /** Whether somebody asked who is a service account of ours. */
    static boolean isOurs(AuditEvent request) {
        return request.user().startsWith(USER);
    }

    /** Whether one of {@code requests} takes this right. One that is given everywhere is not taken in our own namespace. */
    boolean isTakenBy(Collection<AuditEvent> requests) {
        return requests.stream().anyMatch(verb.equals("bind") ? this::binds : this::allows);
    }

    private boolean allows(AuditEvent request) {
        return isAskedBy(request, verb, resource)
                && request.raw().path("objectRef").path("apiGroup").asText().equals(group)
                && (namespace.equals(ANY)
                        ? !isInOurNamespace(request)
                        : request.namespace().equals(namespace))
                && (name.equals(ANY) || request.name().equals(name));
    }

    /** A role is bound by making a RoleBinding, whose name says which role. */
    private boolean binds(AuditEvent request) {
        String binding = name.endsWith(ABOVE)
                ? "mooring:above:" + name.substring(0, name.length() - ABOVE.length())
                : "mooring:role:" + name;
        return isAskedBy(request, "create", "rolebindings") && request.name().equals(binding);
    }

    private boolean isAskedBy(AuditEvent request, String askedVerb, String askedResource) {
        return request.user().equals(USER + account)
                && request.verb().equals(askedVerb)
                && resourceOf(request).equals(askedResource);
    }

    private static boolean isInOurNamespace(AuditEvent request) {
        return request.namespace().equals(ChartValues.DEFAULT_NAMESPACE);
    }

    private static String resourceOf(AuditEvent request) {
        return request.resource() + (request.subresource().isEmpty() ? "" : "/" + request.subresource());
    }

    private static Stream<AccountRight> given(
            KubernetesClient admin, List<Subject> subjects, RoleRef role, String namespace) {
        return subjects.stream()
                .filter(subject -> "ServiceAccount".equals(subject.getKind())
                        && ChartValues.DEFAULT_NAMESPACE.equals(subject.getNamespace()))
                .flatMap(subject -> rules(admin, role, namespace).stream()
                        .flatMap(rule -> given(subject.getName(), rule, namespace)));
    }

    private static List<PolicyRule> rules(KubernetesClient admin, RoleRef role, String namespace) {
        return role.getKind().equals("ClusterRole")
                ? admin.rbac().clusterRoles().withName(role.getName()).get().getRules()
                : admin.rbac()
                        .roles()
                        .inNamespace(namespace)
                        .withName(role.getName())
                        .get()
                        .getRules();
    }

    private static Stream<AccountRight> given(String account, PolicyRule rule, String namespace) {
        var names = rule.getResourceNames().isEmpty() ? List.of(ANY) : rule.getResourceNames();
        return rule.getVerbs().stream()
                .flatMap(verb -> rule.getApiGroups().stream()
                        .flatMap(group -> rule.getResources().stream()
                                .flatMap(resource -> names.stream()
                                        .map(name ->
                                                new AccountRight(account, verb, group, resource, namespace, name)))));
    }

    /** Returns one line, such as {@code mooring-webhook: get /secrets "mooring-webhook-tls" in mooring-system}. */
    @Override
    public String toString() {
        return account + ": " + verb + " " + group + "/" + resource + (name.equals(ANY) ? "" : " \"" + name + "\"")
                + (namespace.equals(ANY) ? "" : " in " + namespace);
    }
}
