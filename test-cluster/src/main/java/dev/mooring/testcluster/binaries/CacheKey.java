package dev.mooring.testcluster.binaries;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Names a cached build after everything that went into it.
 *
 * @param module the module's name
 * @param sources a digest of the module's go.mod, go.sum, Go sources and linker flags
 * @param platform the operating system and processor that it runs on
 */
record CacheKey(GoModule module, String sources, String platform) {
    private static final int DIGITS = 16;

    /** Returns the key of the module in {@code directory} on this machine. */
    static CacheKey of(GoModule module, Path directory) throws IOException {
        MessageDigest digest = sha256();
        update(digest, "flags", LinkerFlags.of(module, directory).getBytes(StandardCharsets.UTF_8));
        for (Path file : sources(directory)) {
            update(digest, file.getFileName().toString(), Files.readAllBytes(file));
        }
        return new CacheKey(module, HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS), thisPlatform());
    }

    /** Returns the name of the cache entry that the Go of this version builds. */
    String entry(String goVersion) {
        return prefix() + goVersion + "-" + platform;
    }

    /** Whether {@code entry} was built from the same sources for this platform, by whichever Go. */
    boolean matches(String entry) {
        return entry.startsWith(prefix()) && entry.endsWith("-" + platform);
    }

    private String prefix() {
        return module.directory() + "-" + sources + "-";
    }

    private static List<Path> sources(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(CacheKey::isSource).sorted().toList();
        }
    }

    private static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        return name.equals("go.mod") || name.equals("go.sum") || name.endsWith(".go");
    }

    /** Name and length go in too: content that moves from one file to the next is another key. */
    private static void update(MessageDigest digest, String name, byte[] content) {
        digest.update((name + '\n' + content.length + '\n').getBytes(StandardCharsets.UTF_8));
        digest.update(content);
    }

    private static String thisPlatform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).replace(' ', '_');
        return system + "-" + System.getProperty("os.arch");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
