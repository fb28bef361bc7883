package dev.mooring.launcher.attack;

import dev.mooring.charts.roles.RoleTables;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind of thing that a request may be about.
 *
 * @param name with its subresource, such as {@code pods/log}
 */
record ServedResource(String group, String name) {
    /** Returns all that the API server serves, and all that the tables speak of. */
    static Set<ServedResource> all(KubernetesClient client, RoleTables tables) {
        var served = Stream.concat(
                client.getApiResources("v1").getResources().stream().map(found -> of("", found)),
                client.getApiGroups().getGroups().stream()
                        .flatMap(group ->
                                client
                                        .getApiResources(
                                                group.getPreferredVersion().getGroupVersion())
                                        .getResources()
                                        .stream()
                                        .map(found -> of(group.getName(), found))));
        var spoken = tables.meanings().stream()
                .flatMap(
                        meaning -> meaning.resources().stream().map(name -> new ServedResource(meaning.group(), name)));
        // Not served, and yet asked about whenever somebody wants to be somebody else.
        var people = Stream.of("users", "groups").map(name -> new ServedResource("", name));
        return Stream.of(served, spoken, people).flatMap(some -> some).collect(Collectors.toSet());
    }

    private static ServedResource of(String group, APIResource found) {
        return new ServedResource(group, found.getName());
    }
}
