package dev.mooring.testcluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the API server was asked. An event may come a moment after the answer to its request: wait for it.
 *
 * <p>Writes of pods, claims, volumes and everything in {@code mooring.dev} are noted with their bodies, other requests
 * without, health checks and leases not at all.
 */
public final class AuditLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /** Reads {@code file}, which the API server may not have made yet. */
    public AuditLog(Path file) {
        this.file = file;
    }

    /**
     * A place in the log.
     *
     * @param offset bytes from the beginning
     */
    public record Mark(long offset) {}

    /** Returns the present end of the log. */
    public Mark mark() {
        try {
            return new Mark(Files.exists(file) ? Files.size(file) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what reads the log from its beginning in parts, for logs that are too long to be read at once. */
    public AuditTail tail() {
        return new AuditTail(file);
    }

    /** Returns all events, oldest first. */
    public List<AuditEvent> events() {
        return since(new Mark(0));
    }

    /** Returns the events written after {@code mark} was taken, oldest first. */
    public List<AuditEvent> since(Mark mark) {
        try {
            return completeLines(mark).lines().map(AuditLog::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The server may be in the middle of a line, now and when the mark was taken: a line that had begun by then belongs
     * to what was before the mark, and one that has no end yet to the next call.
     */
    private String completeLines(Mark mark) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        long begin = Math.max(0, mark.offset() - 1);
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(log.length() - begin)];
            log.seek(begin);
            log.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            int afterMark = mark.offset() == 0 ? 0 : text.indexOf('\n') + 1;
            return text.substring(afterMark, Math.max(afterMark, text.lastIndexOf('\n') + 1));
        }
    }

    static AuditEvent parse(String line) {
        try {
            return AuditEvent.of(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the audit log has a line that is not JSON: \"" + line + "\"", e);
        }
    }
}
