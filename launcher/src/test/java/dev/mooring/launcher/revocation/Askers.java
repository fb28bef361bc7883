package dev.mooring.launcher.revocation;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Several who ask for the same: while one waits for a webhook that has been stopped, another goes on. */
final class Askers {
    private static final int COUNT = 2;

    private final List<Asker> askers;

    Askers(KubernetesClient client, long seed) {
        askers = IntStream.range(0, COUNT)
                .mapToObj(number -> new Asker(client, new Random(seed * COUNT + number), "p" + number))
                .toList();
    }

    /** Has each of them ask in a thread of its own. */
    void start(Crew crew, String name) {
        askers.forEach(asker -> crew.start("asker of " + name, asker::run));
    }

    void wish(Wish wish) {
        askers.forEach(asker -> asker.wish(wish));
    }

    /** Has them ask faster, for what they ask for already. */
    void hurry() {
        askers.forEach(Asker::hurry);
    }

    void rest() {
        askers.forEach(Asker::rest);
    }

    long asked() {
        return askers.stream().mapToLong(Asker::asked).sum();
    }
}
