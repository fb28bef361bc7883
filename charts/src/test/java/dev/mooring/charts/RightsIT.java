package dev.mooring.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testcluster.Rights;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Asks a real authorizer who may do what. A line is a verb, a resource with its group, a namespace or {@code *} for all of
 * them or for none, and a name or {@code *}.
 */
@WithCluster(exclusive = true)
class RightsIT {
    private static final String WEBHOOK = "system:serviceaccount:mooring-system:mooring-webhook";
    private static final String CONTROLLER = "system:serviceaccount:mooring-system:mooring-controller";
    private static final String EDITOR = "ed";
    private static final String RESEARCHER = "lena";

    @BeforeAll
    static void install(KubernetesClient client) {
        ChartInstaller.install(client, ChartValues.defaults().webhookUrl(URI.create("https://127.0.0.1:9443")));
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName("vision")
                        .endMetadata()
                        .build())
                .create();
        bind(client, "editor", EDITOR);
        bind(client, "l2-researcher", RESEARCHER);
    }

    @ParameterizedTest
    @CsvSource({
        "list, mooring.dev/departments, *, *",
        "watch, mooring.dev/projects, *, *",
        "list, mooring.dev/datavolumes, *, *",
        "watch, mooring.dev/datavolumeshares, *, *",
        "list, /namespaces, *, *",
        "watch, /persistentvolumeclaims, *, *",
        "watch, /persistentvolumes, *, *",
        "watch, mooring.dev/accessrules, *, *",
        "list, rbac.authorization.k8s.io/clusterroles, *, *",
        "create, authorization.k8s.io/subjectaccessreviews, *, *",
        "get, /secrets, mooring-system, mooring-webhook-tls",
        "update, /secrets, mooring-system, mooring-webhook-tls",
        "create, /secrets, mooring-system, *",
        "get, admissionregistration.k8s.io/mutatingwebhookconfigurations, *, mooring",
        "patch, admissionregistration.k8s.io/validatingwebhookconfigurations, *, mooring",
        "create, mooring.dev/projects, mooring-system, *",
        "patch, mooring.dev/datavolumeshares, mooring-system, heartbeat",
        "delete, mooring.dev/departments, mooring-system, heartbeat",
    })
    void theWebhookMay(String verb, String resource, String namespace, String name, KubernetesClient client) {
        assertThat(may(client, WEBHOOK, verb, resource, namespace, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "get, /secrets, mooring-system, another",
        "list, /secrets, mooring-system, *",
        "get, /secrets, vision, mooring-webhook-tls",
        "create, /secrets, vision, *",
        "list, /pods, *, *",
        "create, /pods, mooring-system, *",
        "patch, /namespaces, *, vision",
        "delete, /persistentvolumeclaims, vision, *",
        "patch, /persistentvolumes, *, *",
        "delete, /persistentvolumes, *, *",
        "update, mooring.dev/datavolumeshares, vision, *",
        "create, mooring.dev/datavolumes, vision, *",
        "patch, mooring.dev/datavolumeshares, vision, *",
        "delete, mooring.dev/projects, vision, *",
        "patch, mooring.dev/datavolumes/status, mooring-system, *",
        "get, mooring.dev/datavolumes, mooring-system, *",
        "patch, mooring.dev/datavolumes/status, vision, *",
        "patch, admissionregistration.k8s.io/validatingwebhookconfigurations, *, another",
        "delete, admissionregistration.k8s.io/validatingwebhookconfigurations, *, mooring",
        "create, rbac.authorization.k8s.io/clusterrolebindings, *, *",
        "list, rbac.authorization.k8s.io/rolebindings, *, *",
        "bind, rbac.authorization.k8s.io/clusterroles, vision, viewer",
        "create, mooring.dev/accessrules, vision, *",
        "impersonate, /users, *, *",
    })
    void theWebhookMayNot(String verb, String resource, String namespace, String name, KubernetesClient client) {
        assertThat(may(client, WEBHOOK, verb, resource, namespace, name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "create, /namespaces, *, *",
        "patch, /namespaces, *, vision",
        "create, /persistentvolumes, *, *",
        "patch, /persistentvolumes, *, *",
        "delete, /persistentvolumes, *, *",
        "create, /persistentvolumeclaims, vision, *",
        "delete, /persistentvolumeclaims, vision, *",
        "watch, /pods, *, *",
        "delete, /pods, vision, *",
        "create, /pods/eviction, vision, *",
        "patch, mooring.dev/datavolumeshares, vision, *",
        "patch, mooring.dev/projects/status, vision, *",
        "create, events.k8s.io/events, vision, *",
        "bind, rbac.authorization.k8s.io/clusterroles, vision, viewer",
        "bind, rbac.authorization.k8s.io/clusterroles, vision, viewer-above",
        "create, rbac.authorization.k8s.io/rolebindings, vision, *",
        "delete, rbac.authorization.k8s.io/roles, vision, *",
        "patch, mooring.dev/accessrules/status, vision, *",
    })
    void theControllerMay(String verb, String resource, String namespace, String name, KubernetesClient client) {
        assertThat(may(client, CONTROLLER, verb, resource, namespace, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "delete, /namespaces, *, vision",
        "get, /secrets, mooring-system, mooring-webhook-tls",
        "create, /pods, vision, *",
        "get, /pods, vision, *",
        "patch, /pods, vision, *",
        "create, /pods/binding, vision, *",
        "patch, /pods/status, vision, *",
        "deletecollection, /pods, vision, *",
        "delete, policy/poddisruptionbudgets, vision, *",
        "update, mooring.dev/datavolumes/status, vision, *",
        "update, mooring.dev/datavolumes/finalizers, vision, *",
        "patch, events.k8s.io/events, vision, *",
        "get, rbac.authorization.k8s.io/rolebindings, vision, *",
        "create, mooring.dev/datavolumeshares, vision, *",
        "delete, mooring.dev/datavolumes, vision, *",
        "patch, admissionregistration.k8s.io/mutatingwebhookconfigurations, *, mooring",
        "patch, apiextensions.k8s.io/customresourcedefinitions, *, projects.mooring.dev",
        "create, rbac.authorization.k8s.io/clusterrolebindings, *, *",
        "create, mooring.dev/accessrules, vision, *",
        "patch, mooring.dev/accessrules, vision, *",
        "bind, rbac.authorization.k8s.io/clusterroles, vision, cluster-admin",
        "bind, rbac.authorization.k8s.io/clusterroles, vision, admin",
        "bind, rbac.authorization.k8s.io/clusterroles, vision, *",
        "escalate, rbac.authorization.k8s.io/clusterroles, *, viewer",
    })
    void theControllerMayNot(String verb, String resource, String namespace, String name, KubernetesClient client) {
        assertThat(may(client, CONTROLLER, verb, resource, namespace, name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "create, mooring.dev/datavolumes, vision, *",
        "create, mooring.dev/datavolumeshares, vision, *",
        "delete, mooring.dev/datavolumeshares, vision, *",
        "create, /persistentvolumeclaims, vision, *",
        "create, apps/deployments, vision, *",
        "create, batch/cronjobs, vision, *",
        "get, /pods/log, vision, *",
        "create, /pods/exec, vision, *",
        "bind, rbac.authorization.k8s.io/clusterroles, vision, viewer",
        "bind, rbac.authorization.k8s.io/clusterroles, vision, system-administrator",
    })
    void anEditorMay(String verb, String resource, String namespace, String name, KubernetesClient client) {
        assertThat(may(client, EDITOR, verb, resource, namespace, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "create, mooring.dev/datavolumeshares, speech, *",
        "bind, rbac.authorization.k8s.io/clusterroles, speech, viewer",
        "bind, rbac.authorization.k8s.io/clusterroles, vision, *",
        "bind, rbac.authorization.k8s.io/clusterroles, vision, cluster-admin",
        "create, rbac.authorization.k8s.io/rolebindings, vision, *",
        "patch, mooring.dev/datavolumes/status, vision, *",
        "create, /persistentvolumes, *, *",
        "patch, /namespaces, *, vision",
        "get, /secrets, vision, *",
    })
    void anEditorMayNot(String verb, String resource, String namespace, String name, KubernetesClient client) {
        assertThat(may(client, EDITOR, verb, resource, namespace, name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "get, mooring.dev/datavolumes, vision, *",
        "list, mooring.dev/datavolumes, vision, *",
        "create, /pods, vision, *",
        "create, batch/jobs, vision, *",
        "get, /pods/log, vision, *",
        "create, /pods/exec, vision, *",
    })
    void aResearcherMay(String verb, String resource, String namespace, String name, KubernetesClient client) {
        assertThat(may(client, RESEARCHER, verb, resource, namespace, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "create, mooring.dev/datavolumes, vision, *",
        "create, mooring.dev/datavolumeshares, vision, *",
        "list, mooring.dev/datavolumeshares, vision, *",
        "create, /persistentvolumeclaims, vision, *",
        "create, /pods, speech, *",
    })
    void aResearcherMayNot(String verb, String resource, String namespace, String name, KubernetesClient client) {
        assertThat(may(client, RESEARCHER, verb, resource, namespace, name)).isFalse();
    }

    private static boolean may(
            KubernetesClient client, String who, String verb, String resource, String namespace, String name) {
        int slash = resource.indexOf('/');
        return new Rights(client, who)
                .may(verb, resource.substring(0, slash), resource.substring(slash + 1), orAll(namespace), orAll(name));
    }

    private static @Nullable String orAll(String text) {
        return text.equals("*") ? null : text;
    }

    private static void bind(KubernetesClient client, String role, String user) {
        client.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName(user)
                        .withNamespace("vision")
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", role)
                        .addNewSubject("rbac.authorization.k8s.io", "User", user, null)
                        .build())
                .create();
    }
}
