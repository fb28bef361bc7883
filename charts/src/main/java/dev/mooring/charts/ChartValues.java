package dev.mooring.charts;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a release is installed with.
 *
 * @param namespace the release's namespace
 * @param values what differs from the chart's {@code values.yaml}, nested as there
 */
public record ChartValues(String namespace, Map<String, Object> values) {
    /** The namespace of a release that does not say otherwise. */
    public static final String DEFAULT_NAMESPACE = "mooring-system";

    public ChartValues {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns a release in {@link #DEFAULT_NAMESPACE} with the chart's own values. */
    public static ChartValues defaults() {
        return new ChartValues(DEFAULT_NAMESPACE, Map.of());
    }

    /** Returns the same values for a release in another namespace. */
    public ChartValues inNamespace(String other) {
        return new ChartValues(other, values);
    }

    /** Returns these values with {@code value} at {@code path}, such as {@code webhook.url}. */
    public ChartValues with(String path, Object value) {
        return new ChartValues(namespace, put(values, List.of(path.split("\\.", -1)), value));
    }

    /** Returns these values for a webhook that the API server finds at {@code url}, outside the cluster. */
    public ChartValues webhookUrl(URI url) {
        return with("webhook.url", url.toString());
    }

    private static Map<String, Object> put(Map<String, Object> into, List<String> path, Object value) {
        var copy = new LinkedHashMap<>(into);
        var key = path.getFirst();
        if (path.size() == 1) {
            copy.put(key, value);
        } else {
            copy.put(key, put(child(into, key), path.subList(1, path.size()), value));
        }
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> parent, String key) {
        return parent.get(key) instanceof Map<?, ?> child ? (Map<String, Object>) child : Map.of();
    }
}
