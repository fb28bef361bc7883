package dev.mooring.charts;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfig;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.stream.Stream;

/** The objects of a rendered chart. */
public record Manifests(List<HasMetadata> all) {
    /** Returns what a release with these values consists of. */
    public static Manifests of(ChartValues values) {
        List<HasMetadata> objects = new KubernetesSerialization().unmarshal(ChartRenderer.render(values));
        return new Manifests(objects);
    }

    /** Returns the objects of one kind. */
    public <T extends HasMetadata> List<T> all(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Returns the one object of this kind and name. */
    public <T extends HasMetadata> T only(Class<T> kind, String name) {
        var found = all(kind).stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " objects of " + kind.getSimpleName() + " \"" + name + "\"");
        }
        return found.getFirst();
    }

    List<MutatingWebhook> mutating() {
        return only(MutatingWebhookConfiguration.class, "mooring").getWebhooks();
    }

    List<ValidatingWebhook> validating() {
        return only(ValidatingWebhookConfiguration.class, "mooring").getWebhooks();
    }

    List<WebhookClientConfig> clients() {
        return Stream.concat(
                        mutating().stream().map(MutatingWebhook::getClientConfig),
                        validating().stream().map(ValidatingWebhook::getClientConfig))
                .toList();
    }

    List<LabelSelector> selectors() {
        return Stream.concat(
                        mutating().stream().map(MutatingWebhook::getNamespaceSelector),
                        validating().stream().map(ValidatingWebhook::getNamespaceSelector))
                .toList();
    }
}
