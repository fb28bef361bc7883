package dev.mooring.testcluster.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A watch as an HTTP answer in chunks: a line of JSON is an event. */
final class ChunkedWatch implements WatchStream {
    private final InputStream in;
    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long leftInChunk;

    ChunkedWatch(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Optional<Piece> read() throws IOException {
        for (int next = nextByte(); next >= 0; next = nextByte()) {
            line.write(next);
            if (next == '\n') {
                Piece piece = Piece.event(line.toByteArray());
                line.reset();
                return Optional.of(piece);
            }
        }
        return Optional.empty();
    }

    private int nextByte() throws IOException {
        if (leftInChunk == 0) {
            leftInChunk = HttpBody.size(HttpBody.line(in));
            if (leftInChunk == 0) {
                return -1;
            }
        }
        int next = in.read();
        leftInChunk--;
        if (leftInChunk == 0) {
            HttpBody.line(in);
        }
        return next;
    }

    @Override
    public void write(Piece piece) throws IOException {
        chunk(piece.bytes());
    }

    @Override
    public void end() throws IOException {
        chunk(new byte[0]);
    }

    private void chunk(byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
