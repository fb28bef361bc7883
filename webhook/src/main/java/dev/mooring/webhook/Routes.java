package dev.mooring.webhook;

import static dev.mooring.webhook.review.Operation.CREATE;
import static dev.mooring.webhook.review.Operation.UPDATE;

import dev.mooring.webhook.review.Operation;
import dev.mooring.webhook.review.PodShape;
import dev.mooring.webhook.review.ResourceName;
import dev.mooring.webhook.review.ReviewedObject;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who decides about what: the other side of the chart's webhook configurations. */
final class Routes {
    private static final ResourceName PODS = new ResourceName("", "v1", "pods");
    private static final ResourceName VOLUMES = new ResourceName("", "v1", "persistentvolumes");
    private static final ResourceName SHARES = new ResourceName("mooring.dev", "v1alpha1", "datavolumeshares");
    private static final ResourceName REVIEWS = new ResourceName("mooring.dev", "v1alpha1", "datavolumereviews");
    private static final List<String> APPS = List.of("deployments", "statefulsets", "daemonsets", "replicasets");

    private Routes() {}

    /** The routes of {@code /mutate}. */
    static Map<Route, Judge> mutating(ClusterFacts cluster, Submitters submitters, InstantSource clock) {
        var pods = new PodJudges(cluster, submitters, clock);
        var shares = new ShareJudges(cluster);
        Map<Route, Judge> routes = new HashMap<>();
        put(routes, PODS, pods::mutate, CREATE);
        put(routes, SHARES, shares::mutate, CREATE, UPDATE);
        put(routes, REVIEWS, new DataVolumeReviewJudges(cluster, clock, pods)::mutate, CREATE);
        return Map.copyOf(routes);
    }

    /** The routes of {@code /validate}. */
    static Map<Route, Judge> validating(ClusterFacts cluster, Submitters submitters, InstantSource clock) {
        var pods = new PodJudges(cluster, submitters, clock);
        var shares = new ShareJudges(cluster);
        Map<Route, Judge> routes = new HashMap<>();
        put(routes, PODS, pods::validate, CREATE);
        put(routes, PODS.sub("ephemeralcontainers"), pods::validateEphemeral, UPDATE);
        for (String resource : APPS) {
            putEarly(routes, new ResourceName("apps", "v1", resource), pods, ReviewedObject::template);
        }
        putEarly(routes, new ResourceName("batch", "v1", "jobs"), pods, ReviewedObject::template);
        putEarly(routes, new ResourceName("batch", "v1", "cronjobs"), pods, ReviewedObject::jobTemplate);
        put(routes, SHARES, shares::validate, CREATE, UPDATE);
        put(routes, VOLUMES, new PersistentVolumeJudges(cluster)::validate, CREATE);
        return Map.copyOf(routes);
    }

    /** Whether this is about what is asked, and not about something that is to be made or changed. */
    static boolean isQuestion(ResourceName resource) {
        return resource.equals(REVIEWS);
    }

    /** Whether objects of this resource live in a namespace. */
    static boolean isNamespaced(ResourceName resource) {
        return !resource.equals(VOLUMES);
    }

    private static void putEarly(
            Map<Route, Judge> routes,
            ResourceName resource,
            PodJudges pods,
            Function<ReviewedObject, @Nullable PodShape> template) {
        put(routes, resource, pods.early(template), CREATE, UPDATE);
    }

    private static void put(Map<Route, Judge> routes, ResourceName resource, Judge judge, Operation... operations) {
        for (Operation operation : operations) {
            routes.put(new Route(resource, operation), judge);
        }
    }
}
