package dev.mooring.testcluster.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lines before the body of a request or an answer.
 *
 * @param lines the first line and the headers, without line ends
 */
record HttpHead(List<String> lines) {
    private static final int LIMIT = 1 << 20;

    HttpHead {
        lines = List.copyOf(lines);
    }

    /** Reads one; empty if the other side has closed the connection before the first byte. */
    static Optional<HttpHead> read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int next = in.read();
            if (next < 0 && bytes.size() == 0) {
                return Optional.empty();
            }
            if (next < 0 || bytes.size() > LIMIT) {
                throw new EOFException("a head has no end");
            }
            bytes.write(next);
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return Optional.of(new HttpHead(bytes.toString(StandardCharsets.ISO_8859_1)
                .lines()
                .takeWhile(line -> !line.isEmpty())
                .toList()));
    }

    /** Returns a word of the first line. */
    String word(int index) {
        return lines.getFirst().split(" ", 3)[index];
    }

    /** Returns the status of an answer. */
    int status() {
        return Integer.parseInt(word(1));
    }

    /** Returns a header's value in lower case, empty if it is not there. */
    String header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return lines.stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst()
                .orElse("");
    }

    boolean isChunked() {
        return header("transfer-encoding").contains("chunked");
    }

    /** Whether the end of an answer is told by itself, and not by that of the connection. */
    boolean endsItself() {
        return isChunked() || hasNoBody() || !header("content-length").isEmpty();
    }

    /** Whether an answer of this status never has a body. */
    private boolean hasNoBody() {
        return status() == 204 || status() == 304;
    }

    /** Returns the same with one more header. */
    HttpHead with(String header) {
        return new HttpHead(Stream.concat(lines.stream(), Stream.of(header)).toList());
    }

    /** Returns it as it goes over the wire. */
    byte[] bytes() {
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
