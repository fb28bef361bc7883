package dev.mooring.testcluster.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Copies bodies, byte for byte. */
final class HttpBody {
    private static final int HEXADECIMAL = 16;

    private HttpBody() {}

    /** Copies the body of a request. */
    static void copyRequest(HttpHead head, InputStream in, OutputStream out) throws IOException {
        copy(head, in, out, false);
    }

    /** Copies the body of an answer. */
    static void copyAnswer(HttpHead head, InputStream in, OutputStream out) throws IOException {
        copy(head, in, out, !head.endsItself());
    }

    private static void copy(HttpHead head, InputStream in, OutputStream out, boolean untilEnd) throws IOException {
        String length = head.header("content-length");
        if (head.isChunked()) {
            copyChunks(in, out);
        } else if (!length.isEmpty()) {
            copyBytes(Long.parseLong(length), in, out);
        } else if (untilEnd) {
            in.transferTo(out);
        }
        out.flush();
    }

    private static void copyChunks(InputStream in, OutputStream out) throws IOException {
        long size;
        do {
            String line = line(in);
            out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            size = size(line);
            copyBytes(size, in, out);
            out.write((line(in) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        } while (size > 0);
    }

    /** Returns how long the chunk is that begins with this line. */
    static long size(String line) {
        return Long.parseLong(line.split(";", 2)[0].strip(), HEXADECIMAL);
    }

    /** Reads a line and its end, which is not returned. */
    static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("a line has no end");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static void copyBytes(long count, InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 14];
        for (long left = count; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("a body has no end");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
