package dev.mooring.launcher.revocation;

import dev.mooring.launcher.attack.Pods;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks for pods again and again, as long as there is something to ask for; most are dry runs, which admission treats alike. */
final class Asker {
    private static final int PAUSE_MILLIS = 500;
    private static final int SHORT_PAUSE_MILLIS = 300;
    private static final int ONE_IN = 8;
    private static final Pattern DENIAL =
            Pattern.compile("admission webhook \"pods\\.mooring\\.dev\" denied the request");

    private final KubernetesClient client;
    private final RandomGenerator random;
    private final String name;
    private final AtomicLong asked = new AtomicLong();
    private volatile @Nullable Wish wish;
    private volatile int pauseMillis = PAUSE_MILLIS;

    /** @param name with which the names of its pods begin */
    Asker(KubernetesClient client, RandomGenerator random, String name) {
        this.client = client;
        this.random = random;
        this.name = name;
    }

    void wish(Wish newWish) {
        pauseMillis = PAUSE_MILLIS;
        wish = newWish;
    }

    void hurry() {
        pauseMillis = SHORT_PAUSE_MILLIS;
    }

    void rest() {
        wish = null;
    }

    long asked() {
        return asked.get();
    }

    /** Asks until it is interrupted. */
    void run() throws InterruptedException {
        while (true) {
            Thread.sleep(random.nextInt(pauseMillis));
            var now = wish;
            if (now != null) {
                ask(now);
            }
        }
    }

    private void ask(Wish now) {
        var pod = Pods.asking(now.project(), name + "-" + asked.incrementAndGet(), now.reference())
                .build();
        long begun = System.nanoTime();
        try {
            if (random.nextInt(ONE_IN) == 0) {
                client.resource(pod).create();
                now.granted(begun);
                client.resource(pod).withGracePeriod(0).delete();
            } else {
                client.resource(pod).dryRun(true).create();
                now.granted(begun);
            }
        } catch (KubernetesClientException refused) {
            if (isDenial(refused)) {
                now.denied(begun);
            }
        }
    }

    /** Whether Mooring said no; else it was not heard. */
    private static boolean isDenial(KubernetesClientException refused) {
        return DENIAL.matcher(Objects.requireNonNullElse(refused.getMessage(), ""))
                .find();
    }
}
