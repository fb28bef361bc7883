package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A namespace that says of itself what only Mooring says. */
@Attack(line = 13)
@WithAndWithoutProcesses
class Line13LabelledNamespacesIT {
    private static final String GUARD = "mooring-namespace-labels";
    private static final Map<String, String> PROJECT = Map.of("mooring.dev/scope", "project");

    private final Site site;
    private final Scene scene;
    private final KubernetesClient admin;

    Line13LabelledNamespacesIT(Processes processes, Site site) {
        this.site = site;
        admin = site.admin();
        scene = site.scene();
        site.put(processes);
    }

    @Test
    void aTenantDoesNotLabelTheNamespace(Attempt attempt) {
        attempt.refusedByRbac(() -> label(scene.adam(), scene.ads(), "mooring.dev/department", "research"));
    }

    @Test
    void aProjectIsNotMovedByItsLabels(Attempt attempt) {
        attempt.refused(
                GUARD,
                "ReservedLabel",
                () -> label(admin, scene.ads(), "mooring.dev/department", "research"),
                "mooring.dev/department");
    }

    @Test
    void aLabelOfOursIsNotTakenOff(Attempt attempt) {
        attempt.refused(
                GUARD,
                "ReservedLabel",
                () -> admin.namespaces()
                        .withName(scene.ads())
                        .edit(found -> found.edit()
                                .editMetadata()
                                .removeFromLabels("mooring.dev/scope")
                                .endMetadata()
                                .build()));
    }

    @Test
    void anOrdinaryNamespaceDoesNotBecomeAProject(Attempt attempt) {
        attempt.refused(GUARD, "ReservedLabel", () -> label(admin, "default", "mooring.dev/scope", "project"));
    }

    @Test
    void aNewNamespaceIsNoProject(Attempt attempt) {
        attempt.refused(
                GUARD,
                "ReservedLabel",
                () -> admin.resource(new NamespaceBuilder()
                                .withNewMetadata()
                                .withName(site.world().fresh("new"))
                                .withLabels(PROJECT)
                                .endMetadata()
                                .build())
                        .create());
    }

    @Test
    void theStatusOfANamespaceIsNoWayIn(Attempt attempt) {
        attempt.refused(GUARD, "ReservedLabel", () -> put("status"));
    }

    @Test
    void theFinalizersOfANamespaceAreNoWayIn(Attempt attempt) {
        attempt.refused(GUARD, "ReservedLabel", () -> put("finalize"));
    }

    @Test
    void aLabelThatExemptsIsRefused(Attempt attempt) {
        attempt.refused(GUARD, "ReservedLabel", () -> label(admin, scene.ads(), "mooring.dev/exempt", "true"));
    }

    @Test
    void theNameThatSelectorsGoByCannotBeForged(Attempt attempt) {
        attempt.hasNoEffect("the API server writes the namespace's own name back", () -> {
            label(admin, scene.ads(), "kubernetes.io/metadata.name", "kube-system");
            assertThat(admin.namespaces()
                            .withName(scene.ads())
                            .get()
                            .getMetadata()
                            .getLabels())
                    .containsEntry("kubernetes.io/metadata.name", scene.ads());
        });
    }

    @Test
    void anAnnotationThatIsNotForPeopleIsRefused(Attempt attempt) {
        attempt.refused(
                GUARD,
                "ReservedAnnotation",
                () -> admin.namespaces()
                        .withName(scene.ads())
                        .edit(found -> found.edit()
                                .editMetadata()
                                .addToAnnotations("mooring.dev/holder", "me")
                                .endMetadata()
                                .build()));
    }

    private static void label(KubernetesClient client, String namespace, String label, String value) {
        client.namespaces().withName(namespace).patch(Merge.PATCH, Merge.metadata("labels", label, value));
    }

    /** Sends the whole namespace, labelled, to a subresource. */
    private void put(String subresource) {
        Namespace labelled = admin.namespaces()
                .withName("default")
                .get()
                .edit()
                .editMetadata()
                .addToLabels(PROJECT)
                .withManagedFields()
                .endMetadata()
                .build();
        admin.raw("/api/v1/namespaces/default/" + subresource, "PUT", labelled);
    }
}
