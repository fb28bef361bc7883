package dev.mooring.server;

import java.time.Duration;
import java.util.Objects;

/**
 * How a server listens and what it puts up with.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes any that is free
 * @param eventLoops how many threads serve
 * @param maxBodyBytes a longer body is refused with 413 before it is kept
 * @param maxHeaderBytes longer headers are refused with 431
 * @param requestTimeout within which a request must have arrived whole once its first byte has
 * @param idleTimeout after which a connection that carries nothing is closed. Must be longer than the
 *     client keeps one (API server: 90 s), or a call can meet the closing and fail
 * @param drainPeriod how long a server goes on serving once it has been told to stop: as long as it takes
 *     until nobody sends it new calls
 * @param finishPeriod how long the calls that are still in flight may take after that
 */
public record ServerSettings(
        String host,
        int port,
        int eventLoops,
        int maxBodyBytes,
        int maxHeaderBytes,
        Duration requestTimeout,
        Duration idleTimeout,
        Duration drainPeriod,
        Duration finishPeriod) {

    private static final int MEBIBYTE = 1 << 20;
    private static final int KIBIBYTE = 1 << 10;

    public ServerSettings {
        Objects.requireNonNull(host, "host");
        require(port >= 0 && port <= 65_535, "port", port, "0 to 65535");
        require(eventLoops > 0, "eventLoops", eventLoops, "at least 1");
        require(maxBodyBytes > 0, "maxBodyBytes", maxBodyBytes, "at least 1");
        require(maxHeaderBytes > 0, "maxHeaderBytes", maxHeaderBytes, "at least 1");
        require(requestTimeout.isPositive(), "requestTimeout", requestTimeout, "more than nothing");
        require(idleTimeout.isPositive(), "idleTimeout", idleTimeout, "more than nothing");
        require(!drainPeriod.isNegative(), "drainPeriod", drainPeriod, "not negative");
        require(finishPeriod.isPositive(), "finishPeriod", finishPeriod, "more than nothing");
    }

    /** Returns the settings that suit an admission webhook. */
    public static ServerSettings listeningOn(String host, int port) {
        return new ServerSettings(
                host,
                port,
                Runtime.getRuntime().availableProcessors(),
                8 * MEBIBYTE,
                16 * KIBIBYTE,
                Duration.ofSeconds(10),
                Duration.ofMinutes(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5));
    }

    /** Returns these settings with {@code eventLoops} threads that serve. */
    public ServerSettings withEventLoops(int loops) {
        return new ServerSettings(
                host,
                port,
                loops,
                maxBodyBytes,
                maxHeaderBytes,
                requestTimeout,
                idleTimeout,
                drainPeriod,
                finishPeriod);
    }

    /** Returns these settings with other time-outs for requests and for connections that carry nothing. */
    public ServerSettings withTimeouts(Duration request, Duration idle) {
        return new ServerSettings(
                host, port, eventLoops, maxBodyBytes, maxHeaderBytes, request, idle, drainPeriod, finishPeriod);
    }

    /** Returns these settings with other periods to go on serving and to finish in. */
    public ServerSettings withDrain(Duration drain, Duration finish) {
        return new ServerSettings(
                host, port, eventLoops, maxBodyBytes, maxHeaderBytes, requestTimeout, idleTimeout, drain, finish);
    }

    private static void require(boolean condition, String name, Object value, String allowed) {
        if (!condition) {
            throw new IllegalArgumentException(name + " \"" + value + "\" must be " + allowed);
        }
    }
}
