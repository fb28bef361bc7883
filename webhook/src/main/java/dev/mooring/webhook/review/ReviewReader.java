package dev.mooring.webhook.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads an AdmissionReview in one pass, keeping what {@link AdmissionRequest} has and skipping all else.
 *
 * <p>It trusts nothing about the body: not the order of keys, not that it ends, not that its text is text. Limits are
 * far above what the API server sends and far below what would hurt. Safe for use by several threads.
 */
public final class ReviewReader {
    private static final int DEEPEST = 200;
    private static final int LONGEST_STRING = 1 << 20;
    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_KEY = 64 << 10;

    private final JsonFactory json = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_STRING)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_KEY)
                    .build())
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    /** What the body says; never throws because of the body. */
    public Reading read(byte[] body) {
        if (!Utf8.isWellFormed(body)) {
            return new Reading.Unreadable("the body is not UTF-8");
        }
        try (var parser = json.createParser(body)) {
            return new EnvelopeReader(new JsonInput(parser)).read();
        } catch (JsonProcessingException e) {
            return new Reading.Unreadable("the body is not the JSON of an AdmissionReview: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading bytes in memory failed", e);
        }
    }
}
