package dev.mooring.webhook.review;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at the bytes of a text before a JSON parser does, which alone lets through some that are no text. */
final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;
    private static final int BROKEN = -1;

    private Utf8() {}

    /** Whether all of {@code bytes} is well-formed UTF-8: no overlong form, no surrogate, nothing cut off. */
    static boolean isWellFormed(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            if (at + Long.BYTES <= bytes.length && ((long) LONGS.get(bytes, at) & NOT_ASCII) == 0) {
                at += Long.BYTES;
            } else if (bytes[at] >= 0) {
                at++;
            } else {
                int length = sequenceAt(bytes, at);
                if (length == BROKEN) {
                    return false;
                }
                at += length;
            }
        }
        return true;
    }

    /** The length of the sequence that begins at {@code at} with a byte that is not ASCII. */
    private static int sequenceAt(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        if (first >= 0xc2 && first <= 0xdf) {
            return continues(bytes, at + 1, 0x80, 0xbf) ? 2 : BROKEN;
        }
        if (first >= 0xe0 && first <= 0xef) {
            int least = first == 0xe0 ? 0xa0 : 0x80; // below: overlong
            int most = first == 0xed ? 0x9f : 0xbf; // above: a surrogate
            return continues(bytes, at + 1, least, most) && continues(bytes, at + 2, 0x80, 0xbf) ? 3 : BROKEN;
        }
        if (first >= 0xf0 && first <= 0xf4) {
            int least = first == 0xf0 ? 0x90 : 0x80; // below: overlong
            int most = first == 0xf4 ? 0x8f : 0xbf; // above: beyond Unicode
            return continues(bytes, at + 1, least, most)
                            && continues(bytes, at + 2, 0x80, 0xbf)
                            && continues(bytes, at + 3, 0x80, 0xbf)
                    ? 4
                    : BROKEN;
        }
        return BROKEN;
    }

    private static boolean continues(byte[] bytes, int at, int least, int most) {
        return at < bytes.length && (bytes[at] & 0xff) >= least && (bytes[at] & 0xff) <= most;
    }
}
