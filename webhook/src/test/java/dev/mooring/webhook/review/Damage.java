package dev.mooring.webhook.review;

import java.util.Arrays;
import java.util.Random;

/** What chance does to bytes. */
public final class Damage {
    private static final String TOKENS = "{}[]\",:\\0-+.eEtfn \u0000\u007f\u00ff\u00c0\u00ed\u00a0";

    private Damage() {}

    /** These bytes after so many wounds. */
    public static byte[] to(byte[] bytes, long seed, int wounds) {
        var random = new Random(seed);
        byte[] damaged = bytes;
        for (int i = 0; i < wounds; i++) {
            damaged = damage(damaged, random);
        }
        return damaged;
    }

    /** One change at a random place: a byte replaced by one that JSON minds, a piece cut out, or a piece repeated. */
    private static byte[] damage(byte[] body, Random random) {
        int at = random.nextInt(body.length);
        int length = Math.min(random.nextInt(1, 200), body.length - at);
        return switch (random.nextInt(3)) {
            case 0 -> {
                byte[] changed = body.clone();
                changed[at] = (byte) TOKENS.charAt(random.nextInt(TOKENS.length()));
                yield changed;
            }
            case 1 -> join(Arrays.copyOf(body, at), Arrays.copyOfRange(body, at + length, body.length));
            default -> join(Arrays.copyOf(body, at + length), Arrays.copyOfRange(body, at, body.length));
        };
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
