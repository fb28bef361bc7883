package dev.mooring.webhook.review;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * Keeps what is written to it. A JSON generator hands over its whole buffer at once unless that is long, so the first
 * array mostly has the right length already.
 */
final class ExactBytes extends OutputStream {
    private byte[] bytes = {};
    private int length;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int from, int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, length == 0 ? count : Math.max(length + count, length * 2));
        }
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    byte[] toArray() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
