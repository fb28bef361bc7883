package dev.mooring.testcluster;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads an audit log in parts, each line once. For one thread. */
public final class AuditTail {
    private static final int MOST = 1 << 26;

    private final Path file;
    private long offset;

    AuditTail(Path file) {
        this.file = file;
    }

    /** Returns the events that have come since the last call, or the first of them if they are many; none at the end. */
    public List<AuditEvent> next() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(MOST, log.length() - offset)];
            log.seek(offset);
            log.readFully(bytes);
            int end = afterLastLine(bytes);
            offset += end;
            return new String(bytes, 0, end, StandardCharsets.UTF_8)
                    .lines()
                    .map(AuditLog::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int afterLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
