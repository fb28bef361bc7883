package dev.mooring.webhook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the webhook is told at its start.
 *
 * @param namespace Mooring's own namespace, where its certificates are kept
 * @param clusterScopeNamespace the namespace of the cluster scope
 * @param listenHost the address to listen on
 * @param listenPort the port to listen on; 0 takes any that is free
 * @param driversByAttributes the CSI drivers of which an administrator says that they find their data by the attributes
 * @param servingNames the DNS names and addresses under which the API server calls
 */
public record WebhookConfig(
        String namespace,
        String clusterScopeNamespace,
        Set<String> driversByAttributes,
        String listenHost,
        int listenPort,
        List<String> servingNames) {
    static final String NAMESPACE = "MOORING_NAMESPACE";
    static final String CLUSTER_SCOPE_NAMESPACE = "MOORING_CLUSTER_SCOPE_NAMESPACE";
    static final String ADDITIONAL_DRIVERS = "MOORING_ADDITIONAL_DRIVERS";
    static final String LISTEN_HOST = "MOORING_LISTEN_HOST";
    static final String LISTEN_PORT = "MOORING_LISTEN_PORT";
    static final String SERVING_NAMES = "MOORING_SERVING_NAMES";

    private static final String SERVICE = "mooring-webhook";
    private static final String BY_ATTRIBUTES = "=suffix-handle";
    private static final Pattern DRIVER = Pattern.compile("[a-zA-Z0-9][-.a-zA-Z0-9]*=(same|suffix)-handle");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    public WebhookConfig {
        driversByAttributes = Set.copyOf(driversByAttributes);
        servingNames = List.copyOf(servingNames);
    }

    /** Reads the environment; a wrong value stops the start with a sentence that says what is allowed. */
    public static WebhookConfig from(Map<String, String> env) {
        String namespace = namespace(env, NAMESPACE, "mooring-system");
        return new WebhookConfig(
                namespace,
                namespace(env, CLUSTER_SCOPE_NAMESPACE, "mooring-cluster"),
                driversByAttributes(env.getOrDefault(ADDITIONAL_DRIVERS, "")),
                env.getOrDefault(LISTEN_HOST, "0.0.0.0"),
                port(env.getOrDefault(LISTEN_PORT, "8443")),
                servingNames(env.getOrDefault(SERVING_NAMES, namesOfService(namespace))));
    }

    private static String namespace(Map<String, String> env, String variable, String otherwise) {
        String value = env.getOrDefault(variable, otherwise);
        if (!LABEL.matcher(value).matches()) {
            throw wrong(variable, value, "the name of a namespace");
        }
        return value;
    }

    private static Set<String> driversByAttributes(String value) {
        List<String> drivers = Stream.of(value.split(",", -1))
                .map(String::strip)
                .filter(driver -> !driver.isEmpty())
                .toList();
        if (!drivers.stream().allMatch(DRIVER.asMatchPredicate())) {
            throw wrong(
                    ADDITIONAL_DRIVERS, value, "driver=same-handle or driver=suffix-handle, with commas between them");
        }
        return drivers.stream()
                .filter(driver -> driver.endsWith(BY_ATTRIBUTES))
                .map(driver -> driver.substring(0, driver.indexOf('=')))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static int port(String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            throw wrong(LISTEN_PORT, value, "a number from 0 to 65535");
        }
        return Integer.parseInt(value);
    }

    private static List<String> servingNames(String value) {
        List<String> names = Stream.of(value.split(",", -1)).map(String::strip).toList();
        if (names.stream().anyMatch(String::isEmpty)) {
            throw wrong(SERVING_NAMES, value, "DNS names or addresses with commas between them");
        }
        return names;
    }

    private static String namesOfService(String namespace) {
        String service = SERVICE + "." + namespace + ".svc";
        return service + "," + service + ".cluster.local";
    }

    private static IllegalArgumentException wrong(String variable, String value, String allowed) {
        return new IllegalArgumentException(variable + " is \"" + value + "\" and must be " + allowed);
    }
}
