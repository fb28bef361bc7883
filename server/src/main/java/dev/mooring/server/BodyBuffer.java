package dev.mooring.server;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/**
 * The body of one request as it arrives, never more of it than is allowed.
 *
 * <p>Grows with what has arrived, not with what was announced: a thousand clients that announce 8 MiB
 * and send nothing take nothing. A body that arrives as it was announced is handed over uncopied.
 */
final class BodyBuffer {
    private static final int FIRST = 16 * 1024;

    private final int limit;
    private byte[] bytes;
    private int size;

    /**
     * @param announced the length that the request's head gives; -1 if none
     * @param limit what a body may have at most
     */
    BodyBuffer(long announced, int limit) {
        this.limit = limit;
        this.bytes = new byte[(int) Math.min(announced < 0 ? FIRST : announced, Math.min(FIRST, limit))];
    }

    /** Adds {@code chunk} and returns true; false, and nothing is added, if that were too much. */
    boolean add(Buffer chunk) {
        int length = chunk.length();
        if (length > limit - size) {
            return false;
        }
        if (length > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(2L * bytes.length, size + (long) length), limit));
        }
        chunk.getBytes(bytes, size);
        size += length;
        return true;
    }

    /** Returns what has arrived. This buffer is not used afterwards. */
    byte[] bytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
