package dev.mooring.testcluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last words of a program that failed. */
public final class Tail {
    private static final int LINES = 20;

    private Tail() {}

    /** Returns the last lines of {@code log}. */
    public static String of(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
