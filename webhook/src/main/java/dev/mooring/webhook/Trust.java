package dev.mooring.webhook;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.mooring.certs.CaBundlePublisher;
import dev.mooring.certs.CertificateStore;
import dev.mooring.certs.ServingCertificate;
import dev.mooring.server.TlsMaterial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the API server trust this process: serves a fresh certificate, and tells where its authority is to be found as soon
 * as there is something to answer with. Looks again every minute, so a configuration that was installed anew is healed.
 */
final class Trust implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Trust.class);
    private static final String CONFIGURATION = "mooring";
    private static final List<String> NOT_TRUSTED = List.of("the webhook configurations do not trust this process yet");
    private static final long PERIOD_MILLIS = 250;
    private static final Duration ONCE_TRUSTED = Duration.ofMinutes(1);

    private final CertificateStore store;
    private final CaBundlePublisher publisher;
    private final List<String> names;
    private final InstantSource clock;
    private final ScheduledExecutorService executor;
    private @Nullable ServingCertificate served;
    private @Nullable Future<?> keeping;
    private Instant nextLook = Instant.MIN;
    private volatile boolean trusted;

    Trust(
            CertificateStore store,
            CaBundlePublisher publisher,
            List<String> names,
            InstantSource clock,
            ScheduledExecutorService executor) {
        this.store = store;
        this.publisher = publisher;
        this.names = names;
        this.clock = clock;
        this.executor = executor;
    }

    /** Returns what to serve with at first. */
    TlsMaterial first() {
        var certificate = store.ensure(names, clock.instant());
        served = certificate;
        return material(certificate);
    }

    /** Begins to look after it; {@code serve} takes each new certificate, {@code canAnswer} says when to be called. */
    void keep(Consumer<TlsMaterial> serve, BooleanSupplier canAnswer) {
        keeping = executor.scheduleWithFixedDelay(() -> look(serve, canAnswer), 0, PERIOD_MILLIS, MILLISECONDS);
    }

    /** Returns what is missing, none once the API server was told whom to trust. */
    List<String> objections() {
        return trusted ? List.of() : NOT_TRUSTED;
    }

    /** Looks after it no longer. */
    @Override
    public void close() {
        if (keeping != null) {
            keeping.cancel(true);
        }
    }

    private void look(Consumer<TlsMaterial> serve, BooleanSupplier canAnswer) {
        if (clock.instant().isBefore(nextLook) || !canAnswer.getAsBoolean()) {
            return;
        }
        try {
            renew(serve);
            nextLook = clock.instant().plus(ONCE_TRUSTED);
            trusted = true;
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("cannot publish the certificate authority, trying again");
        }
    }

    private void renew(Consumer<TlsMaterial> serve) {
        var certificate = store.ensure(names, clock.instant());
        if (!certificate.equals(served)) {
            serve.accept(material(certificate));
            served = certificate;
        }
        publisher.publish(CONFIGURATION, certificate.caPem());
    }

    private static TlsMaterial material(ServingCertificate certificate) {
        return new TlsMaterial(certificate.chainPem(), certificate.keyPem());
    }
}
