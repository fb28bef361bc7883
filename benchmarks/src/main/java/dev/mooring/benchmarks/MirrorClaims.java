package dev.mooring.benchmarks;

import dev.mooring.decision.MirrorClaimName;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** When the mirror claim of each project was first seen, and first seen bound, as {@link System#nanoTime} has it. */
final class MirrorClaims implements ResourceEventHandler<PersistentVolumeClaim> {
    private static final int PATIENCE_SECONDS = 60;

    private final Map<String, CompletableFuture<Long>> made = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Long>> bound = new ConcurrentHashMap<>();

    private MirrorClaims() {}

    /** Watches until the client is closed. */
    static MirrorClaims watch(KubernetesClient client) {
        var claims = new MirrorClaims();
        client.persistentVolumeClaims().inAnyNamespace().inform(claims);
        return claims;
    }

    /** Returns when the mirror claim of a project was made, and waits for it. */
    long madeIn(String project) throws InterruptedException {
        return await(of(made, project), project);
    }

    /** Returns when the mirror claim of a project was bound, and waits for it. */
    long boundIn(String project) throws InterruptedException {
        return await(of(bound, project), project);
    }

    @Override
    public void onAdd(PersistentVolumeClaim claim) {
        see(claim);
    }

    @Override
    public void onUpdate(PersistentVolumeClaim before, PersistentVolumeClaim claim) {
        see(claim);
    }

    @Override
    public void onDelete(PersistentVolumeClaim claim, boolean unknown) {}

    private void see(PersistentVolumeClaim claim) {
        long now = System.nanoTime();
        if (!MirrorClaimName.isReserved(claim.getMetadata().getName())) {
            return;
        }
        String project = claim.getMetadata().getNamespace();
        of(made, project).complete(now);
        if ("Bound".equals(claim.getStatus().getPhase())) {
            of(bound, project).complete(now);
        }
    }

    private static CompletableFuture<Long> of(Map<String, CompletableFuture<Long>> times, String project) {
        return times.computeIfAbsent(project, none -> new CompletableFuture<>());
    }

    private static long await(CompletableFuture<Long> time, String project) throws InterruptedException {
        try {
            return time.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the claim of project \"" + project + "\" is not there, or not bound", e);
        }
    }
}
