package dev.mooring.testcluster.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The namespaces of a node, which live as long as their first process. They have mounts, processes, control groups and a
 * network of their own; the files below are the machine's.
 *
 * @param firstProcess the id of that process, as this JVM knows it
 */
public record Namespaces(long firstProcess) {
    /** Returns the program that makes them, with its arguments, and stays as long as they are to live. */
    public static List<String> program(NodeFiles files, String controlGroup) {
        return List.of(
                "sh",
                files.script().toString(),
                "enter",
                controlGroup,
                files.firstProcess().toString(),
                files.podLogs().toString());
    }

    /** Returns the namespaces that the program has made, or empty as long as it has not. */
    public static Optional<Namespaces> find(NodeFiles files) throws IOException {
        Path file = files.firstProcess();
        return Files.exists(file)
                ? Optional.of(
                        new Namespaces(Long.parseLong(Files.readString(file).strip())))
                : Optional.empty();
    }

    /** Returns the command that runs a program inside, in {@code directory}, until the program or the namespaces end. */
    public List<String> inside(Path directory, List<String> program) {
        List<String> command = new ArrayList<>(
                List.of("nsenter", "--target", Long.toString(firstProcess), "--all", "--wd=" + directory));
        command.addAll(program);
        return command;
    }

    /** Returns the root of the files that are seen inside. */
    Path root() {
        return Path.of("/proc", Long.toString(firstProcess), "root");
    }

    /** Links the node to this machine, under the first number that no other node has. */
    public NodeNetwork link() throws IOException, InterruptedException {
        for (int number = 0; number < NodeNetwork.COUNT; number++) {
            NodeNetwork network = new NodeNetwork(number);
            if (isLinked(network)) {
                configure(network);
                return network;
            }
        }
        throw new IllegalStateException("there are " + NodeNetwork.COUNT + " nodes on this machine already");
    }

    /** The kernel takes one interface of a name: who adds it has the number. */
    private boolean isLinked(NodeNetwork network) throws IOException, InterruptedException {
        Result result = run(
                List.of("ip", "-batch", "-"),
                "link add %s type veth peer name eth0 netns %d".formatted(network.hostInterface(), firstProcess));
        if (result.status() != 0 && !result.output().contains("File exists")) {
            throw new IllegalStateException("cannot link the node to this machine: " + result.output());
        }
        return result.status() == 0;
    }

    private void configure(NodeNetwork network) throws IOException, InterruptedException {
        ensure(run(
                List.of("nsenter", "--target", Long.toString(firstProcess), "--net", "ip", "-batch", "-"),
                """
                address add %s/30 dev eth0
                link set eth0 up
                route add default via %s
                """.formatted(network.nodeAddress(), network.hostAddress())));
        ensure(run(List.of("ip", "-batch", "-"), """
                address add %s/30 dev %s
                link set %2$s up
                route add %s via %s
                """.formatted(
                        network.hostAddress(), network.hostInterface(), network.podSubnet(), network.nodeAddress())));
    }

    private record Result(int status, String output) {}

    private static void ensure(Result result) {
        if (result.status() != 0) {
            throw new IllegalStateException("cannot give the node its network: " + result.output());
        }
    }

    private static Result run(List<String> command, String input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output.strip());
    }
}
