package dev.mooring.testcluster.faults;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** A watch as a WebSocket, fabric8's first choice: a data frame is an event. The API server neither masks nor splits its frames. */
final class WebSocketWatch implements WatchStream {
    private static final int DATA = 0x81;
    private static final int LAST_OF_DATA = 0x82;
    private static final int CLOSE = 0x88;
    private static final int SHORT = 126;
    private static final int LONG = 127;
    private static final byte[] NORMAL_CLOSURE = {(byte) CLOSE, 2, 3, (byte) 0xe8};

    private final DataInputStream in;
    private final OutputStream out;

    WebSocketWatch(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = out;
    }

    @Override
    public Optional<Piece> read() throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        byte[] payload = in.readNBytes(length(in.readUnsignedByte()));
        boolean isEvent = first == DATA || first == LAST_OF_DATA;
        return Optional.of(isEvent ? Piece.event(payload) : Piece.protocol(frame(first, payload)));
    }

    private int length(int second) throws IOException {
        return switch (second) {
            case SHORT -> in.readUnsignedShort();
            case LONG -> Math.toIntExact(in.readLong());
            default -> second;
        };
    }

    @Override
    public void write(Piece piece) throws IOException {
        out.write(piece.isEvent() ? frame(DATA, piece.bytes()) : piece.bytes());
        out.flush();
    }

    @Override
    public void end() throws IOException {
        out.write(NORMAL_CLOSURE);
        out.flush();
    }

    private static byte[] frame(int first, byte[] payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream frame = new DataOutputStream(bytes);
        frame.writeByte(first);
        if (payload.length < SHORT) {
            frame.writeByte(payload.length);
        } else if (payload.length <= 0xffff) {
            frame.writeByte(SHORT);
            frame.writeShort(payload.length);
        } else {
            frame.writeByte(LONG);
            frame.writeLong(payload.length);
        }
        frame.write(payload);
        return bytes.toByteArray();
    }
}
