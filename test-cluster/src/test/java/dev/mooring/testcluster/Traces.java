package dev.mooring.testcluster;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a node may leave on a machine, besides processes, control groups and files.
 *
 * @param interfaces the network interfaces, bridges included, by their names
 * @param routes the routes of all tables; those of IPv6 say for how many seconds they hold, and a node has none
 * @param rules the rules by which packets are let through, dropped and led elsewhere, and the chains that are not the kernel's
 * @param mounts what is mounted where
 */
record Traces(List<String> interfaces, List<String> routes, List<String> rules, List<String> mounts) {
    /** Returns those of this machine. */
    static Traces here() throws IOException, InterruptedException {
        return new Traces(
                NetworkInterface.networkInterfaces()
                        .map(NetworkInterface::getName)
                        .sorted()
                        .toList(),
                run(List.of("ip", "-4", "route", "show", "table", "all")),
                rules(command -> command),
                Files.readAllLines(Path.of("/proc/mounts")));
    }

    /** Returns the rules of where {@code inside} runs a command. */
    static List<String> rules(UnaryOperator<List<String>> inside) throws IOException, InterruptedException {
        List<String> rules = new ArrayList<>();
        for (String program : List.of("iptables-save", "ip6tables-save")) {
            rules.addAll(rulesAndChains(run(inside.apply(List.of(program)))));
        }
        rules.addAll(run(inside.apply(List.of("nft", "--stateless", "list", "ruleset"))));
        return List.copyOf(rules);
    }

    /** Comments have the time, and chains have counters. The kernel's own chains come and go with its modules. */
    private static List<String> rulesAndChains(List<String> saved) {
        return saved.stream()
                .filter(line -> line.startsWith("-A ") || line.contains(" - "))
                .map(line -> line.replaceAll("\\[\\d+:\\d+]", ""))
                .toList();
    }

    private static List<String> run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
        return output.lines().toList();
    }
}
