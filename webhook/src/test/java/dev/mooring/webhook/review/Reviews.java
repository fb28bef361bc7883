package dev.mooring.webhook.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Reviews as an API server sent them, and how they are read. */
public final class Reviews {
    public static final String POD = "pod-create.json";
    public static final String EPHEMERAL = "pod-ephemeralcontainers-update.json";
    public static final String DEPLOYMENT = "deployment-update.json";
    public static final String CRON_JOB = "cronjob-create.json";
    public static final String SHARE = "share-create.json";
    public static final String VOLUME = "volume-create.json";
    public static final String QUESTION = "question-create.json";
    public static final List<String> ALL = List.of(POD, EPHEMERAL, DEPLOYMENT, CRON_JOB, SHARE, VOLUME, QUESTION);

    private static final ReviewReader READER = new ReviewReader();

    private Reviews() {}

    /** The text of a file, without the line end. */
    public static String text(String file) {
        try (var in = Objects.requireNonNull(Reviews.class.getResourceAsStream("/reviews/" + file))) {
            return new String(in.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a file, without the line end. */
    public static byte[] bytes(String file) {
        return text(file).getBytes(UTF_8);
    }

    /** What the reader makes of a text. */
    public static Reading read(String text) {
        return READER.read(text.getBytes(UTF_8));
    }

    /** What the reader makes of bytes. */
    public static Reading read(byte[] bytes) {
        return READER.read(bytes);
    }

    /** The request in a text that is readable. */
    public static AdmissionRequest request(String text) {
        return switch (read(text)) {
            case Reading.Understood understood -> understood.request();
            case Reading.Unreadable unreadable -> throw new AssertionError(unreadable.why());
        };
    }
}
