package dev.mooring.server;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What Vert.x is told of TLS: 1.2 and 1.3, no ALPN, no client certificates. */
final class TlsOptions {
    private TlsOptions() {}

    static ServerSSLOptions of(TlsMaterial material, Duration handshakeTimeout) {
        return new ServerSSLOptions()
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertValue(Buffer.buffer(material.certificateChainPem()))
                        .addKeyValue(Buffer.buffer(material.privateKeyPem())))
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                .setUseAlpn(false)
                .setSslHandshakeTimeout(handshakeTimeout.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
    }
}
