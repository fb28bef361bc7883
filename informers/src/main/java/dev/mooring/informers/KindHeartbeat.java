package dev.mooring.informers;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The heartbeat of one kind: written again and again, heard when it comes back, and missed when it does not. */
final class KindHeartbeat implements StreamListener {
    private static final Logger LOG = LoggerFactory.getLogger(KindHeartbeat.class);
    private static final long SHORTEST_PAUSE = HeartbeatSettings.INTERVAL.toNanos() / 2;

    private final String kind;
    private final String name;
    private final HeartbeatStore store;
    private final LongSupplier nanoTime;
    private final HeartbeatMeters meters;
    private final KindAge age = new KindAge(HeartbeatSettings.PATIENCE);
    private final ForeignHeartbeats others = new ForeignHeartbeats(HeartbeatSettings.REST);
    private final long started;
    private long lastSent;
    private boolean failing;
    private boolean ended;

    KindHeartbeat(String kind, String name, HeartbeatStore store, LongSupplier nanoTime, HeartbeatMeters meters) {
        this.kind = kind;
        this.name = name;
        this.store = store;
        this.nanoTime = nanoTime;
        this.meters = meters;
        this.started = nanoTime.getAsLong();
        this.lastSent = started - SHORTEST_PAUSE;
        meters.age(() -> secondsAt(nanoTime.getAsLong()));
    }

    String kind() {
        return kind;
    }

    /** Returns whether a heartbeat has come back at all. */
    boolean isKnown() {
        return age.isKnown();
    }

    /** Returns the time since the newest heartbeat was sent that has come back, in nanoseconds. */
    long ageNanos(long now) {
        return age.nanos(now);
    }

    private double secondsAt(long now) {
        return (age.isKnown() ? age.nanos(now) : now - started) / 1e9;
    }

    /**
     * Writes the next heartbeat, cuts the watch if those before did not come back, and clears away what ended processes
     * left. Returns at once where too little time has passed: after a pause of the whole process its timer makes
     * up for all that it has missed.
     */
    synchronized void beat(Predicate<String> cut) {
        long now = nanoTime.getAsLong();
        if (ended || now - lastSent < SHORTEST_PAUSE) {
            return;
        }
        lastSent = now;
        write(age.send(now));
        if (age.isStuck(nanoTime.getAsLong()) && cut.test("heartbeats do not come back")) {
            meters.cut();
            LOG.atWarn().addKeyValue(LogKeys.KIND, kind).log("watch is stuck and was cut");
        }
        others.leftovers(now).forEach(this::clear);
    }

    private void write(long number) {
        try {
            store.write(number);
            age.stored(number);
            if (failing) {
                LOG.atInfo().addKeyValue(LogKeys.KIND, kind).log("heartbeats are written again");
            }
            failing = false;
        } catch (KubernetesClientException e) {
            meters.failed();
            if (!failing) {
                LOG.atWarn().addKeyValue(LogKeys.KIND, kind).setCause(e).log("heartbeat cannot be written");
            }
            failing = true;
        }
    }

    private void clear(ForeignHeartbeats.Leftover leftover) {
        try {
            store.delete(leftover);
            LOG.atInfo()
                    .addKeyValue(LogKeys.KIND, kind)
                    .addKeyValue(LogKeys.KEY, leftover.name())
                    .log("cleared away the heartbeat of a process that has ended");
        } catch (KubernetesClientException e) {
            LOG.atDebug().addKeyValue(LogKeys.KIND, kind).setCause(e).log("heartbeat cannot be cleared away");
        }
        others.went(leftover.name());
    }

    /** Writes no more, and takes the own heartbeat away; returns whether that could be done. */
    synchronized boolean end() {
        ended = true;
        try {
            store.delete();
            return true;
        } catch (KubernetesClientException e) {
            LOG.atDebug().addKeyValue(LogKeys.KIND, kind).setCause(e).log("heartbeat is left to others to clear away");
            return false;
        }
    }

    @Override
    public void listBegins() {
        age.listBegins();
    }

    @Override
    public void watchBegins() {
        age.watchBegins(nanoTime.getAsLong());
    }

    @Override
    public void orderLost() {
        age.orderLost();
        LOG.atWarn().addKeyValue(LogKeys.KIND, kind).log("the API server tells what is older than what is known");
    }

    @Override
    public void skippedCame(ObjectMeta object) {
        Heartbeat.number(object).ifPresent(number -> {
            if (object.getName().equals(name)) {
                age.cameBack(number);
            } else {
                others.came(object, nanoTime.getAsLong());
            }
        });
    }

    @Override
    public void skippedWent(String name) {
        others.went(name);
    }
}
