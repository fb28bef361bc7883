package dev.mooring.launcher.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The lines of {@code attacks/lines.md}, and what {@code attacks/open.md} says is missing, by number. */
final class AttackLines {
    private static final Pattern LINE = Pattern.compile("(?m)^([0-9]+)\\. (.+)$");

    private AttackLines() {}

    /** Returns what must be stopped. */
    static SortedMap<Integer, String> all() {
        return read("/attacks/lines.md");
    }

    /** Returns what has not been attempted yet, or is not stopped. */
    static SortedMap<Integer, String> open() {
        return read("/attacks/open.md");
    }

    private static SortedMap<Integer, String> read(String resource) {
        var lines = new TreeMap<Integer, String>();
        try (var in = Objects.requireNonNull(AttackLines.class.getResourceAsStream(resource), resource)) {
            var matcher = LINE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                lines.put(Integer.valueOf(matcher.group(1)), matcher.group(2));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
