package dev.mooring.launcher.attack;

import dev.mooring.charts.roles.Right;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Set;

/**
 * Requests that are put together by hand, so that any verb can be tried on anything. Whatever would write is a dry run.
 *
 * @param client whose requests they are
 */
record ByHand(KubernetesClient client) {
    private static final Map<String, String> PATHS = Map.of(
            "", "api/v1",
            "apps", "apis/apps/v1",
            "batch", "apis/batch/v1",
            "mooring.dev", "apis/mooring.dev/v1alpha1");

    private static final String DRY = "?dryRun=All";
    private static final String DRY_DELETION =
            "{\"kind\":\"DeleteOptions\",\"apiVersion\":\"v1\",\"dryRun\":[\"All\"]}";
    private static final String LABEL = "{\"metadata\":{\"labels\":{\"tried\":\"yes\"}}}";

    /** Returns what can be tried on a resource; a subresource is always that of one object. */
    static Set<String> verbs(String resource) {
        return resource.contains("/")
                ? Set.of("get", "create", "update", "patch", "delete")
                : Set.of("get", "list", "create", "update", "patch", "delete", "deletecollection");
    }

    /** Whether the request of this verb names an object. */
    static boolean namesAnObject(Right right) {
        return switch (right.verb()) {
            case "get", "update", "patch", "delete" -> true;
            default -> right.resource().contains("/");
        };
    }

    /**
     * Sends the request for what {@code right} is about.
     *
     * @param name of the object, where the request names one
     * @param body what is written, where something is
     */
    HttpResponse<String> attempt(Right right, String namespace, String name, String body) {
        int slash = right.resource().indexOf('/');
        String resource = slash < 0 ? right.resource() : right.resource().substring(0, slash);
        String subresource = slash < 0 ? "" : right.resource().substring(slash);
        String path = PATHS.get(right.group()) + "/namespaces/" + namespace + "/" + resource
                + (namesAnObject(right) ? "/" + name + subresource : "");
        var request = client.getHttpClient().newHttpRequestBuilder();
        var uri = client.getMasterUrl() + path;
        switch (right.verb()) {
            case "create" -> request.uri(uri + DRY).post("application/json", body);
            case "update" -> request.uri(uri + DRY).put("application/json", body);
            case "patch" -> request.uri(uri + DRY).patch("application/merge-patch+json", LABEL);
            case "delete", "deletecollection" -> request.uri(uri).delete("application/json", DRY_DELETION);
            default -> request.uri(uri);
        }
        return client.getHttpClient().sendAsync(request.build(), String.class).join();
    }

    /** Whether RBAC has turned it away, and not what comes after. */
    static boolean isRefusedByRbac(Right right, HttpResponse<String> response) {
        return response.code() == HttpURLConnection.HTTP_FORBIDDEN
                && response.body().contains("cannot " + right.verb() + " resource");
    }

    /** Whether it was done, or would have been. */
    static boolean isDone(HttpResponse<String> response) {
        return response.code() / 100 == 2;
    }
}
