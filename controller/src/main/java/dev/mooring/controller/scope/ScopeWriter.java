package dev.mooring.controller.scope;

import dev.mooring.controller.index.NamespaceState;
import dev.mooring.controller.object.LogKeys;
import dev.mooring.controller.object.Patches;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what {@link ScopePlan} says. */
final class ScopeWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ScopeWriter.class);

    private final KubernetesClient client;
    private final Patches patches;

    ScopeWriter(KubernetesClient client) {
        this.client = client;
        this.patches = new Patches(client);
    }

    void carryOut(ScopeAction action, ScopeObjects<? extends HasMetadata> objects) {
        switch (action) {
            case ScopeAction.AddFinalizer ignored -> patches.addFinalizer(objects.self());
            case ScopeAction.RemoveFinalizer ignored -> patches.removeFinalizer(objects.self());
            case ScopeAction.MakeNamespace make -> make(make.name(), make.labels());
            case ScopeAction.LabelNamespace label -> label(objects, label.labels());
        }
    }

    private void make(String name, Map<String, String> labels) {
        var namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .withLabels(labels)
                .endMetadata()
                .build();
        var made = client.resource(namespace).create();
        LOG.atInfo()
                .addKeyValue(LogKeys.NAME, name)
                .addKeyValue(LogKeys.UID, made.getMetadata().getUid())
                .log("Namespace made");
    }

    private void label(ScopeObjects<? extends HasMetadata> objects, Map<String, String> labels) {
        var namespace = Objects.requireNonNull(objects.namespace(), "a plan labels only what was observed");
        patches.label(namespace, NamespaceState.exactly(labels));
        LOG.atInfo()
                .addKeyValue(LogKeys.NAME, namespace.getMetadata().getName())
                .addKeyValue(LogKeys.UID, namespace.getMetadata().getUid())
                .log(labels.isEmpty() ? "Namespace let go" : "Namespace taken");
    }
}
