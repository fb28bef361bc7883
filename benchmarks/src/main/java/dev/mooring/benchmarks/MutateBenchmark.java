package dev.mooring.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.server.HttpRequest;
import dev.mooring.webhook.AdmissionEndpoint;
import dev.mooring.webhook.Submitters;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionReview;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One mutation of a pod, from the bytes of a 10 KiB review to the bytes of its answer, and what to compare it with. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 2,
        jvmArgs = {"-Xms512m", "-Xmx512m"})
public class MutateBenchmark {
    /** How many shares the project may use. */
    @State(Scope.Benchmark)
    public static class Cluster {
        @Param({"10", "100000"})
        int shares;

        private AdmissionEndpoint endpoint = endpoint(2);

        /** Fills the cluster. */
        @Setup
        public void fill() {
            endpoint = endpoint(shares);
        }

        private static AdmissionEndpoint endpoint(int shares) {
            return AdmissionEndpoint.mutating(
                    new SharedCluster(shares, 1),
                    Submitters.CONTROLLERS,
                    Runnable::run,
                    InstantSource.system(),
                    new SimpleMeterRegistry());
        }
    }

    private final byte[] review = resource("/pod-review.json");
    private final KubernetesSerialization typed = new KubernetesSerialization();
    private final JsonFactory json = new JsonFactory();
    private byte[] pod = new byte[0];

    /** Takes the pod out of the review, and checks that what is measured is a patch. */
    @Setup
    public void prepare() throws IOException {
        var mapper = new ObjectMapper();
        pod = mapper.writeValueAsBytes(mapper.readTree(review).at("/request/object"));
        var answer = mapper.readTree(mutate(new Cluster())).get("response");
        if (!answer.path("allowed").booleanValue() || !answer.has("patch")) {
            throw new IllegalStateException("the benchmark does not measure a patch: " + answer);
        }
    }

    /** Mooring: bytes in, bytes out. */
    @Benchmark
    public byte[] mutate(Cluster cluster) {
        return cluster.endpoint
                .answer(new HttpRequest(AdmissionEndpoint.MUTATE, null, "application/json", review))
                .body();
    }

    /** The typed model, from the same bytes: reads the review with the pod in it, decides nothing, and writes the pod. */
    @Benchmark
    public byte[] typedReview() {
        var read = typed.unmarshal(new ByteArrayInputStream(review), AdmissionReview.class);
        return typed.asJson(read.getRequest().getObject()).getBytes(UTF_8);
    }

    /** The typed model without the review around the pod: reads the pod, and writes it. */
    @Benchmark
    public byte[] typedPod() {
        return typed.asJson(typed.unmarshal(new ByteArrayInputStream(pod), Pod.class))
                .getBytes(UTF_8);
    }

    /** A bare token scan: the least that reading the review can cost. */
    @Benchmark
    public int tokenScan() throws IOException {
        int tokens = 0;
        try (var parser = json.createParser(review)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    static byte[] resource(String name) {
        try (var in = Objects.requireNonNull(MutateBenchmark.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }
}
