package dev.mooring.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.server.HttpRequest;
import dev.mooring.webhook.AdmissionEndpoint;
import dev.mooring.webhook.Submitters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One question at its dearest, bytes in, bytes out, and a pod to compare it with: all may use everything that is shared. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 2,
        jvmArgs = {"-Xms512m", "-Xmx512m"})
public class QuestionBenchmark {
    static final int PROJECTS = 10_000;
    static final int SHARES = 100_000;

    private final AdmissionEndpoint endpoint = AdmissionEndpoint.mutating(
            new SharedCluster(SHARES, PROJECTS),
            Submitters.CONTROLLERS,
            Runnable::run,
            InstantSource.system(),
            new SimpleMeterRegistry());
    private final byte[] pod = MutateBenchmark.resource("/pod-review.json");
    private final byte[] what = question("robotics", "{}");
    private final byte[] why = question("robotics", """
            {"template": {"metadata": {"annotations": {"mooring.dev/data-volumes": "vision/private"}},
                          "spec": {"containers": [{"name": "main", "image": "example.org/trainer:1"}]}}}
            """);
    private final byte[] who = question("vision", "{\"dataVolume\": \"imagenet\"}");

    /** Checks that what is measured are answers, and long ones. */
    @Setup
    public void check() throws IOException {
        expect(what, "usableOmitted");
        expect(why, "NotShared");
        expect(who, "usersOmitted");
    }

    /** A pod that asks for two data volumes. */
    @Benchmark
    public byte[] pod() {
        return answer(pod);
    }

    /** What can I use here? */
    @Benchmark
    public byte[] whatCanIUse() {
        return answer(what);
    }

    /** Why is my pod refused? What can be used is told with it. */
    @Benchmark
    public byte[] whyRefused() {
        return answer(why);
    }

    /** Who may use my data? What can be used is told with it. */
    @Benchmark
    public byte[] whoMayUse() {
        return answer(who);
    }

    private byte[] answer(byte[] review) {
        return endpoint.answer(new HttpRequest(AdmissionEndpoint.MUTATE, null, "application/json", review))
                .body();
    }

    private void expect(byte[] review, String member) throws IOException {
        var response = new ObjectMapper().readTree(answer(review)).get("response");
        if (!response.path("allowed").booleanValue()
                || !new String(response.path("patch").binaryValue(), UTF_8).contains(member)) {
            throw new IllegalStateException("the benchmark does not measure an answer with " + member);
        }
    }

    private static byte[] question(String namespace, String spec) {
        return """
                {"kind": "AdmissionReview", "apiVersion": "admission.k8s.io/v1", "request": {
                  "uid": "705ab4f5-6393-11e8-b7cc-42010a800002",
                  "kind": {"group": "mooring.dev", "version": "v1alpha1", "kind": "DataVolumeReview"},
                  "resource": {"group": "mooring.dev", "version": "v1alpha1", "resource": "datavolumereviews"},
                  "name": "question", "namespace": "%1$s", "operation": "CREATE",
                  "userInfo": {"username": "vera", "groups": ["system:authenticated"]},
                  "object": {"apiVersion": "mooring.dev/v1alpha1", "kind": "DataVolumeReview",
                    "metadata": {"name": "question", "namespace": "%1$s"}, "spec": %2$s},
                  "oldObject": null, "dryRun": true}}
                """.formatted(namespace, spec).getBytes(UTF_8);
    }
}
