package dev.mooring.testcluster.node;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds an archive in memory, in the format that POSIX calls ustar. Names are short, owners are root, time is zero. */
final class Tar {
    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int EXECUTABLE = 0755;
    private static final char FILE = '0';
    private static final char LINK = '2';
    private static final char DIRECTORY = '5';

    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

    /** Adds a file that everybody may read and execute. */
    Tar file(String name, byte[] content) {
        header(name, FILE, content.length, "");
        archive.writeBytes(content);
        pad(content.length);
        return this;
    }

    Tar directory(String name) {
        header(name + "/", DIRECTORY, 0, "");
        return this;
    }

    /** Adds a symbolic link. */
    Tar link(String name, String target) {
        header(name, LINK, 0, target);
        return this;
    }

    /** Returns the archive, to which nothing may be added any more. */
    byte[] bytes() {
        archive.writeBytes(new byte[2 * BLOCK]);
        return archive.toByteArray();
    }

    private void header(String name, char type, int size, String target) {
        if (name.length() >= NAME_LENGTH || target.length() >= NAME_LENGTH) {
            throw new IllegalArgumentException("\"" + name + "\" or its target is too long for this format");
        }
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, octal(EXECUTABLE, 7));
        put(header, 108, octal(0, 7));
        put(header, 116, octal(0, 7));
        put(header, 124, octal(size, 11));
        put(header, 136, octal(0, 11));
        put(header, 156, Character.toString(type));
        put(header, 157, target);
        put(header, 257, "ustar\0" + "00");
        put(header, 148, octal(checksum(header), 6) + "\0 ");
        archive.writeBytes(header);
    }

    /** The sum of the header's bytes, its own field taken as blanks. */
    private static int checksum(byte[] header) {
        byte[] summed = header.clone();
        Arrays.fill(summed, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte value : summed) {
            sum += value & 0xff;
        }
        return sum;
    }

    private void pad(int length) {
        archive.writeBytes(new byte[(BLOCK - length % BLOCK) % BLOCK]);
    }

    private static String octal(int value, int digits) {
        return String.format("%0" + digits + "o", value);
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }
}
