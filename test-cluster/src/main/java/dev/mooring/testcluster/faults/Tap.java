package dev.mooring.testcluster.faults;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes through and keeps a copy. */
final class Tap extends FilterOutputStream {
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();

    Tap(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        copy.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        copy.write(bytes, offset, length);
    }

    byte[] bytes() {
        return copy.toByteArray();
    }
}
