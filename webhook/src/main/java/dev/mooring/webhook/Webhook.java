package dev.mooring.webhook;

import dev.mooring.certs.CaBundlePublisher;
import dev.mooring.certs.CertificateSettings;
import dev.mooring.certs.CertificateStore;
import dev.mooring.informers.AccessReviews;
import dev.mooring.informers.AccessView;
import dev.mooring.informers.ClusterView;
import dev.mooring.informers.HeartbeatSettings;
import dev.mooring.informers.ViewSettings;
import dev.mooring.server.HttpsServer;
import dev.mooring.server.ServerSettings;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running webhook. Stateless: any number of them may run side by side. */
public final class Webhook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final String SECRET = "mooring-webhook-tls";

    private final ClusterView view;
    private final AccessView access;
    private final Trust trust;
    private final HttpsServer server;
    private final List<ExecutorService> executors;
    private final int port;

    private Webhook(
            ClusterView view,
            AccessView access,
            Trust trust,
            HttpsServer server,
            List<ExecutorService> executors,
            int port) {
        this.view = view;
        this.access = access;
        this.trust = trust;
        this.server = server;
        this.executors = executors;
        this.port = port;
    }

    /**
     * Starts and returns at once; it is ready, and known to the API server, a moment later.
     *
     * @param client closed by the caller, after the webhook
     */
    public static Webhook start(WebhookConfig config, KubernetesClient client, InstantSource clock) {
        return start(config, ServerSettings.listeningOn(config.listenHost(), config.listenPort()), client, clock);
    }

    /**
     * Starts like {@link #start(WebhookConfig, KubernetesClient, InstantSource)}, and says how to listen and to drain.
     *
     * @param client closed by the caller, after the webhook
     */
    public static Webhook start(
            WebhookConfig config, ServerSettings settings, KubernetesClient client, InstantSource clock) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("trust").daemon().factory());
        var chance = new SecureRandom();
        var beating = Executors.newScheduledThreadPool(
                HeartbeatSettings.KINDS,
                Thread.ofPlatform().name("heartbeat-", 1).daemon().factory());
        var view = ClusterView.createWithHeartbeats(
                client,
                new ViewSettings(config.namespace(), config.clusterScopeNamespace(), config.driversByAttributes()),
                registry,
                clock,
                chance,
                new HeartbeatSettings(identity(chance), System::nanoTime, beating));
        var trust = new Trust(
                new CertificateStore(client, config.namespace(), SECRET, CertificateSettings.DEFAULTS),
                new CaBundlePublisher(client),
                config.servingNames(),
                clock,
                executor);
        var cluster = new ViewFacts(view);
        var access = AccessView.create(client, config.namespace(), view::scopesOf, registry, clock, chance);
        var asking = AccessReviews.executor();
        var submitters = new KnownSubmitters(
                new People(view::isScope), access::saysYes, AccessReviews.create(client, asking, registry));
        var questions = Questions.executor();
        var server = new HttpsServer(
                settings,
                registry,
                () -> reasons(view, trust),
                Map.of(
                        AdmissionEndpoint.MUTATE,
                        AdmissionEndpoint.mutating(cluster, submitters, questions, clock, registry),
                        AdmissionEndpoint.VALIDATE,
                        AdmissionEndpoint.validating(cluster, submitters, clock, registry)));
        view.start();
        access.start();
        int port = server.start(trust.first());
        trust.keep(server::updateTls, view::isReady);
        LOG.atInfo().addKeyValue(LogKeys.PORT, port).log("webhook started");
        return new Webhook(view, access, trust, server, List.of(executor, beating, asking, questions), port);
    }

    /** Another one at each start: what a process before this one wrote tells nothing about this one. */
    private static String identity(RandomGenerator chance) {
        return HexFormat.of().toHexDigits(chance.nextLong());
    }

    /** Returns the port that it listens on. */
    public int port() {
        return port;
    }

    /** Returns whether the API server's requests are answered: everything is synced, and the API server was told. */
    public boolean isReady() {
        return reasons(view, trust).isEmpty();
    }

    /** Stops without a failed call: serves on for a while, then lets go of the cluster. */
    @Override
    public void close() {
        server.close();
        trust.close();
        access.close();
        view.close();
        executors.forEach(ExecutorService::shutdownNow);
        LOG.atInfo().log("webhook stopped");
    }

    private static List<String> reasons(ClusterView view, Trust trust) {
        return Stream.of(view.notReady(), view.neverHeardOf(), trust.objections())
                .flatMap(List::stream)
                .toList();
    }
}
