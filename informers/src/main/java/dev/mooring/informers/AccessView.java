package dev.mooring.informers;

import dev.mooring.model.AccessRule;
import dev.mooring.model.Labels;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Who may see data volumes by the access rules, kept in memory by informers.
 *
 * <p>Apart from {@link ClusterView}, and no part of its readiness or age: nothing is granted by it that RBAC would not say, too,
 * so while it is not known whole it says no, and the API server is asked.
 */
public final class AccessView implements AutoCloseable {
    private final DataVolumeReaders readers = new DataVolumeReaders();
    private final Function<String, List<String>> scopesOf;
    private final InformerGroup informers;

    private AccessView(KubernetesClient client, InformerSettings settings, Function<String, List<String>> scopesOf) {
        this.scopesOf = scopesOf;
        informers = new InformerGroup(List.of(
                ProjectedInformer.ofCustomResource(client, AccessRule.class, RuleInForce::of, settings)
                        .listen(readers.rules()),
                ProjectedInformer.of(
                                "ClusterRole",
                                client.rbac().clusterRoles().withLabel(Labels.ROLE),
                                ClusterRole::new,
                                RoleView::of,
                                settings)
                        .listen(readers::role)));
    }

    /**
     * Returns a view that has not been started.
     *
     * @param ourNamespace Mooring's own namespace, where rules mean nothing
     * @param scopesOf says which scopes a project's namespace lies in
     */
    public static AccessView create(
            KubernetesClient client,
            String ourNamespace,
            Function<String, List<String>> scopesOf,
            MeterRegistry meters,
            InstantSource clock,
            RandomGenerator chance) {
        return new AccessView(client, new InformerSettings(Set.of(ourNamespace), meters, clock, chance), scopesOf);
    }

    /** Begins to watch, and returns at once. */
    public void start() {
        informers.start();
    }

    /** Returns whether everything is known and still being watched. */
    public boolean isReady() {
        return informers.notReady().isEmpty();
    }

    /**
     * Returns whether an access rule of the project, its department or the cluster says yes. No says nothing: RBAC may know of
     * more.
     */
    public boolean saysYes(AccessQuestion question) {
        return isReady() && readers.include(question, scopesOf.apply(question.namespace()));
    }

    /** Stops watching for good. */
    @Override
    public void close() {
        informers.close();
    }
}
