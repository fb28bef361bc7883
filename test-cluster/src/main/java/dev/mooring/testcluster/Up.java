package dev.mooring.testcluster;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs one cluster in the foreground for a person or a script: {@code test-cluster/up}. */
@Command(
        name = "test-cluster/up",
        description =
                "Starts a Kubernetes control plane on this machine and stays until Ctrl-C. Programs that were never"
                        + " built on this machine are built first; that takes minutes.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true)
final class Up implements Callable<Integer> {
    @Option(names = "--scheduler", description = "Run kube-scheduler.")
    private boolean scheduler;

    @Option(
            names = "--scheduler-configuration",
            paramLabel = "FILE",
            description = "Run kube-scheduler with this KubeSchedulerConfiguration.")
    private @Nullable Path schedulerConfiguration;

    @Option(names = "--kwok-nodes", paramLabel = "N", description = "Add N nodes on which pods seem to run.")
    private int kwokNodes;

    @Option(
            names = "--real-node",
            paramLabel = "required|preferred|off",
            arity = "0..1",
            fallbackValue = "required",
            description = "Add a node on which pods really run. It needs root and the packages of"
                    + " test-cluster/prepare-node. With \"=preferred\" the nodes of --kwok-nodes stand in for it, and"
                    + " only where it cannot be.")
    private RealNodeWish realNode = RealNodeWish.OFF;

    @Option(
            names = "--user",
            paramLabel = "NAME[:GROUP[,GROUP]]",
            description = "Write a kubeconfig for this user, too. May be given many times.")
    private List<String> users = new ArrayList<>();

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description =
                    "Where admin.kubeconfig, NAME.kubeconfig and the links kubectl and logs go; they are deleted at"
                            + " the end. By default a directory that is made for it.")
    private @Nullable Path directory;

    @Option(
            names = "--ready-file",
            paramLabel = "FILE",
            description = "Write this file when all is ready. A shell can source it: KUBECONFIG, KUBECTL, API_SERVER,"
                    + " CLUSTER_DIRECTORY, REAL_NODE (empty where there is none).")
    private @Nullable Path readyFile;

    private final PrintStream out;

    Up(PrintStream out) {
        this.out = out;
    }

    /** A signal interrupts the main thread, which then cleans up as it does on any other way out. */
    public static void main(String[] arguments) {
        Thread main = Thread.currentThread();
        Thread stop = new Thread(() -> stop(main));
        Runtime.getRuntime().addShutdownHook(stop);
        int status = new CommandLine(new Up(System.out))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, stop))
                .execute(arguments);
        if (!isRunning(stop)) {
            Runtime.getRuntime().removeShutdownHook(stop);
            System.exit(status);
        }
    }

    @Override
    public Integer call() throws IOException {
        ClusterConfig config = config();
        List<UserWish> wishes = users.stream().map(UserWish::parse).toList();
        try (TestCluster cluster = TestCluster.start(config);
                UpOutput files = new UpOutput(cluster, directory)) {
            announce(cluster, files, wishes);
            cluster.awaitEnd();
            return 0;
        } catch (InterruptedException signal) {
            return 0;
        }
    }

    private ClusterConfig config() throws IOException {
        ClusterConfig config = withNodes(ClusterConfig.defaults());
        if (schedulerConfiguration != null) {
            config = config.withScheduler(Files.readString(schedulerConfiguration));
        } else if (scheduler) {
            config = config.withScheduler();
        }
        return config;
    }

    private ClusterConfig withNodes(ClusterConfig config) {
        return switch (realNode) {
            case OFF -> config.withKwokNodes(kwokNodes);
            case REQUIRED -> config.withKwokNodes(kwokNodes).withRealNode();
            case PREFERRED -> canHaveRealNode() ? config.withRealNode() : config.withKwokNodes(kwokNodes);
        };
    }

    private static boolean canHaveRealNode() {
        List<String> missing = RealNode.missing();
        if (!missing.isEmpty()) {
            System.err.println("test-cluster: " + RealNodeWish.refusal(missing));
        }
        return missing.isEmpty();
    }

    private void announce(TestCluster cluster, UpOutput files, List<UserWish> wishes) throws IOException {
        Path kubeconfig = files.kubeconfig("admin", cluster.admin());
        Path kubectl = files.kubectl();
        out.println("Ready: " + cluster.apiServer());
        out.println();
        out.println("  export KUBECONFIG=" + kubeconfig);
        out.println("  " + kubectl + " get namespaces");
        out.println();
        for (UserWish wish : wishes) {
            Kubeconfig user = cluster.user(wish.name(), wish.groups().toArray(String[]::new));
            out.println("Kubeconfig of " + wish.name() + ": " + files.kubeconfig(wish.name(), user));
        }
        out.println("Logs: " + files.logs());
        out.println("Ctrl-C stops it and deletes all of this.");
        if (readyFile != null) {
            files.readyFile(readyFile, kubeconfig, kubectl);
        }
    }

    private static void stop(Thread main) {
        main.interrupt();
        try {
            main.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isRunning(Thread stop) {
        return stop.getState() != Thread.State.NEW;
    }

    /** A person wants the message; that a signal ended it is no failure. */
    private static int report(Exception failure, Thread stop) {
        if (!isRunning(stop)) {
            System.err.println(failure.getMessage());
        }
        return 1;
    }
}
