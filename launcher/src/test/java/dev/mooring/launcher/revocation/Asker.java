package dev.mooring.launcher.revocation;

import dev.mooring.launcher.attack.Pods;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Asks for pods again and again, as long as there is something to ask for; most are dry runs, which admission treats alike. */
final class Asker implements Runnable {
    private static final int PAUSE_MILLIS = 120;
    private static final int ONE_IN = 8;

    /** What is asked for: a data volume in a project. */
    record Wish(String project, String reference) {}

    private final KubernetesClient client;
    private final RandomGenerator random;
    private final AtomicLong asked = new AtomicLong();
    private volatile @Nullable Wish wish;

    Asker(KubernetesClient client, RandomGenerator random) {
        this.client = client;
        this.random = random;
    }

    void wish(Wish newWish) {
        wish = newWish;
    }

    void rest() {
        wish = null;
    }

    long asked() {
        return asked.get();
    }

    /** Runs until it is interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(random.nextInt(PAUSE_MILLIS));
                var now = wish;
                if (now != null) {
                    ask(now);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Wish now) {
        var pod = Pods.asking(now.project(), "p-" + asked.incrementAndGet(), now.reference())
                .build();
        try {
            if (random.nextInt(ONE_IN) == 0) {
                client.resource(pod).create();
                client.resource(pod).withGracePeriod(0).delete();
            } else {
                client.resource(pod).dryRun(true).create();
            }
        } catch (KubernetesClientException refused) {
            // The log knows, and judges.
        }
    }
}
