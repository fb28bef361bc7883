package dev.mooring.webhook.review;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Tells bytes that are UTF-8 from bytes that are not; a JSON parser alone lets some of the latter through. */
final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ASCII = 0x8080_8080_8080_8080L;
    private static final int CHUNK = 2_048;

    private Utf8() {}

    /** Whether all of {@code bytes} is well-formed UTF-8: no overlong form, no surrogate, nothing cut off. */
    static boolean isWellFormed(byte[] bytes) {
        int start = asciiPrefix(bytes);
        return start == bytes.length || decodes(ByteBuffer.wrap(bytes, start, bytes.length - start));
    }

    private static int asciiPrefix(byte[] bytes) {
        int at = 0;
        while (at + Long.BYTES <= bytes.length && ((long) LONGS.get(bytes, at) & ASCII) == 0) {
            at += Long.BYTES;
        }
        while (at < bytes.length && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** The JDK's strict decoder, in chunks: its text is thrown away. */
    private static boolean decodes(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(CHUNK);
        while (true) {
            var result = decoder.decode(bytes, text, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            text.clear();
        }
    }
}
