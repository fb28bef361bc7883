package dev.mooring.launcher;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A sub-command that runs one process: reads its configuration, starts it, and closes it when the JVM is told to stop.
 *
 * @param <C> the process's configuration
 */
@Command(
        mixinStandardHelpOptions = true,
        footerHeading = "%nKubernetes is found through KUBECONFIG, or from inside a pod.%n"
                + "MOORING_LOG_LEVEL is INFO unless set.%n")
abstract class ProcessCommand<C> implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessCommand.class);

    /** How often a connection is asked whether it lives: watches and all others, for HTTP/2 has pings, too. */
    private static final Duration PING = Duration.ofSeconds(3);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Reads the configuration; an {@link IllegalArgumentException} says which variable is wrong. */
    abstract C configure(Map<String, String> environment);

    /** Starts the process; the client stays open until the process is closed. */
    abstract AutoCloseable start(C config, KubernetesClient client);

    @Override
    public final Integer call() throws InterruptedException {
        C config = configured(System.getenv());
        KubernetesClient client = client();
        AutoCloseable process;
        try {
            process = start(config, client);
        } catch (RuntimeException e) {
            client.close();
            LOG.atError().setCause(e).addKeyValue("process", spec.name()).log("could not start");
            return 1;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(process, client), "shutdown"));
        Thread.currentThread().join(); // the shutdown hook ends the process, and this thread with it
        return 0;
    }

    private static KubernetesClient client() {
        Config config = Config.autoConfigure(null);
        config.setWebsocketPingInterval(PING.toMillis());
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    private C configured(Map<String, String> environment) {
        try {
            return configure(environment);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static void close(AutoCloseable process, KubernetesClient client) {
        try (client) {
            process.close();
        } catch (Exception e) {
            LOG.atError().setCause(e).log("did not stop cleanly");
        }
    }
}
