package dev.mooring.model.crd;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.charts.ChartInstaller;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeReview;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.Department;
import dev.mooring.model.Project;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows every case to a real API server. */
@WithCluster
class CrdCaseIT {
    private static final String NAMESPACE = "crd-cases";

    @BeforeAll
    static void installDefinitions(KubernetesClient client) {
        ChartInstaller.installDefinitions(client);
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .create();
    }

    static List<CrdCase> valid() {
        return CrdCase.valid();
    }

    static List<CrdCase> invalid() {
        return CrdCase.invalid();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void acceptsEveryState(CrdCase crdCase, KubernetesClient client) {
        assertThatCode(() -> crdCase.states().forEach(state -> bring(client, state)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesTheLastState(CrdCase crdCase, KubernetesClient client) {
        var states = crdCase.states();
        states.subList(0, states.size() - 1).forEach(state -> bring(client, state));

        assertThatThrownBy(() -> bring(client, states.getLast()))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining(crdCase.refusal());
    }

    @AfterEach
    void deleteTheObject(KubernetesClient client) {
        for (var kind : List.of(
                Department.class, Project.class, DataVolume.class, DataVolumeShare.class, DataVolumeReview.class)) {
            client.resources(kind).inNamespace(NAMESPACE).delete();
        }
    }

    /** Creates the object if it is not there, else replaces it, or its status if {@code state} has one. */
    private static void bring(KubernetesClient client, GenericKubernetesResource state) {
        var resource = client.resource(state).inNamespace(NAMESPACE);
        var current = resource.get();
        if (current == null) {
            resource.fieldValidation(Validation.STRICT).create();
            return;
        }
        state.getMetadata().setResourceVersion(current.getMetadata().getResourceVersion());
        if (state.get("status") == null) {
            client.resource(state)
                    .inNamespace(NAMESPACE)
                    .fieldValidation(Validation.STRICT)
                    .update();
        } else {
            client.resource(state).inNamespace(NAMESPACE).updateStatus();
        }
    }
}
