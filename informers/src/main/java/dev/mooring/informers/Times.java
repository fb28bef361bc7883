package dev.mooring.informers;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads the times that objects carry as text. */
public final class Times {
    private Times() {}

    /** Returns the instant that {@code text} says, or null if it says none. */
    public static @Nullable Instant read(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
