package dev.mooring.testcluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the clusters that {@link WithCluster} asks for.
 *
 * <p>A shared cluster lives in JUnit's root store under its configuration, an exclusive one in the store of its class;
 * JUnit closes what it finds in a store.
 */
final class ClusterExtension implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ClusterExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        cluster(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestCluster.class || type == KubernetesClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestCluster cluster = cluster(context);
        if (parameter.getParameter().getType() == TestCluster.class) {
            return cluster;
        }
        Optional<AsUser> user = parameter.findAnnotation(AsUser.class);
        return user.isPresent() ? client(user.get(), cluster, context) : cluster.client();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        reportFailure(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        reportFailure(context);
    }

    private static TestCluster cluster(ExtensionContext context) {
        WithCluster wish = wish(context);
        return store(context, wish)
                .computeIfAbsent(key(context, wish), key -> TestCluster.start(config(wish)), TestCluster.class);
    }

    /** Empty if the cluster did not start. */
    private static Optional<TestCluster> running(ExtensionContext context) {
        WithCluster wish = wish(context);
        return Optional.ofNullable(store(context, wish).get(key(context, wish), TestCluster.class));
    }

    /** Returns what the class around a test asks for. */
    static WithCluster wish(ExtensionContext context) {
        return annotated(context).getRequiredTestClass().getAnnotation(WithCluster.class);
    }

    private static ExtensionContext.Store store(ExtensionContext context, WithCluster wish) {
        return (wish.exclusive() ? annotated(context) : context.getRoot()).getStore(NAMESPACE);
    }

    /** A store also looks into those above it: what is exclusive may not have the key of what is shared. */
    private static Object key(ExtensionContext context, WithCluster wish) {
        return wish.exclusive() ? annotated(context).getRequiredTestClass() : config(wish);
    }

    /** The nearest class that has the annotation: nested classes use the cluster of the class around them. */
    private static ExtensionContext annotated(ExtensionContext context) {
        return Stream.iterate(Optional.of(context), Optional::isPresent, c -> c.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream)
                .filter(c -> c.getElement().filter(Class.class::isInstance).isPresent())
                .filter(c -> c.getRequiredTestClass().isAnnotationPresent(WithCluster.class))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no class around the test has @WithCluster"));
    }

    private static ClusterConfig config(WithCluster wish) {
        ClusterConfig config =
                ClusterConfig.defaults().withKwokNodes(wish.kwokNodes()).withApiServerFlags(wish.apiServerFlags());
        if (!wish.controllerManager()) {
            config = config.withoutControllerManager();
        }
        if (wish.realNode()) {
            config = config.withRealNode();
        }
        if (!wish.schedulerConfiguration().isEmpty()) {
            return config.withScheduler(wish.schedulerConfiguration());
        }
        return wish.scheduler() ? config.withScheduler() : config;
    }

    private static KubernetesClient client(AsUser user, TestCluster cluster, ExtensionContext context) {
        return annotated(context)
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        List.of(cluster.directory(), user.name(), List.of(user.groups())),
                        key -> cluster.user(user.name(), user.groups()).client(),
                        KubernetesClient.class);
    }

    private static void reportFailure(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            running(context).ifPresent(cluster -> {
                cluster.keepLogs();
                System.err.println(context.getDisplayName() + " failed; the cluster's logs stay for a day: "
                        + logs(cluster.directory().resolve("logs")));
            });
        }
    }

    private static String logs(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Path::toString).sorted().collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
