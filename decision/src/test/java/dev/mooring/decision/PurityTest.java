package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the constant pools of this module's classes: they are all that a class can call. */
class PurityTest {
    private static final Pattern TYPE = Pattern.compile("[L]?((?:[a-z][a-z0-9]*/)+)[A-Z][\\w$]*;?");
    private static final List<String> ALLOWED =
            List.of("dev/mooring/decision/", "java/lang/", "java/util/", "java/time/", "org/jspecify/annotations/");
    private static final List<String> REFUSED = List.of(
            "java/util/concurrent/", "java/util/logging/", "java/util/prefs/", "java/util/zip/", "java/util/jar/");

    @Test
    void decisionsSeeTheLanguageAndJSpecifyOnly() throws IOException, URISyntaxException {
        assertThat(packagesSeen()).isNotEmpty().allSatisfy(seen -> {
            assertThat(ALLOWED).as(seen).anyMatch(seen::startsWith);
            assertThat(REFUSED).as(seen).noneMatch(seen::startsWith);
        });
    }

    @Test
    void decisionsAskNoClock() throws IOException, URISyntaxException {
        assertThat(classes().stream().flatMap(file -> constants(file).stream()))
                .isNotEmpty()
                .doesNotContain(
                        "nanoTime",
                        "currentTimeMillis",
                        "java/time/Clock",
                        "java/time/InstantSource",
                        "java/lang/Thread");
    }

    @Test
    void thisTestWouldSeeAForeignType() throws URISyntaxException {
        Path itself = Path.of(PurityTest.class.getResource("PurityTest.class").toURI());

        assertThat(packages(itself)).contains("java/nio/file/", "org/junit/jupiter/api/");
    }

    private static Set<String> packagesSeen() throws IOException, URISyntaxException {
        Set<String> seen = new HashSet<>();
        for (Path file : classes()) {
            seen.addAll(packages(file));
        }
        return seen;
    }

    private static Set<String> packages(Path classFile) {
        Set<String> packages = new HashSet<>();
        for (String constant : constants(classFile)) {
            Matcher type = TYPE.matcher(constant);
            while (type.find()) {
                packages.add(type.group(1));
            }
        }
        return packages;
    }

    private static List<Path> classes() throws IOException, URISyntaxException {
        Path root = Path.of(PodDecisions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    /** Returns the text constants of a class file: names of classes, descriptors, names of methods, strings. */
    private static List<String> constants(Path classFile) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(classFile))) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            Stream.Builder<String> texts = Stream.builder();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts.add(in.readUTF());
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    default -> in.skipNBytes(4);
                }
            }
            return texts.build().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
