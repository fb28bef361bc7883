package dev.mooring.benchmarks;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how long the first pod of a project waits for its claim, on a real API server with the webhook and the
 * controller, and writes the table of the run.
 */
public final class FirstMounts {
    private static final int WARM_UPS = 20;
    private static final int MOUNTS = 100;
    private static final Duration QUIET = Duration.ofMillis(500);

    private FirstMounts() {}

    /** Takes the directory of the results. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path results = Path.of(arguments[0]);
        Machine machine = Machine.here();
        String text = new FirstMountReport(LocalDate.now(ZoneOffset.UTC), machine, measure()).text();
        Files.createDirectories(results);
        Files.writeString(results.resolve("first-mount.md"), text);
        System.out.println(text);
    }

    private static List<FirstMount> measure() throws InterruptedException {
        try (var installation = Installation.start()) {
            installation.prepare();
            List<String> projects = installation.projects(WARM_UPS + MOUNTS);
            installation.awaitAllowed(pod(projects.getFirst()));
            var claims = MirrorClaims.watch(installation.client());
            List<FirstMount> measured = new ArrayList<>();
            for (String project : projects) {
                Thread.sleep(QUIET);
                measured.add(measure(installation, claims, project));
            }
            return measured.subList(WARM_UPS, measured.size());
        }
    }

    private static FirstMount measure(Installation installation, MirrorClaims claims, String project)
            throws InterruptedException {
        Pod pod = pod(project);
        long sent = System.nanoTime();
        installation.client().resource(pod).create();
        long created = System.nanoTime();
        return new FirstMount(
                Duration.ofNanos(created - sent),
                Duration.ofNanos(claims.madeIn(project) - sent),
                Duration.ofNanos(claims.boundIn(project) - sent));
    }

    private static Pod pod(String project) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(project)
                .withName("train")
                .addToAnnotations("mooring.dev/data-volumes", "vision/imagenet")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("example.com/train")
                .endContainer()
                .endSpec()
                .build();
    }
}
