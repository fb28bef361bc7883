package dev.mooring.server;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is done with a request once its head is known. */
sealed interface Route {
    /** Answers without a look at the body. */
    record Page(Supplier<HttpAnswer> answer) implements Route {}

    /** Reads the body of a request to {@code path}, then asks {@code handler}. */
    record Post(String path, String contentType, RequestHandler handler) implements Route {}

    /**
     * Turns the request away, and its body with it.
     *
     * @param allow the methods that the path does know; null if that is not the trouble
     */
    record Refusal(HttpAnswer answer, @Nullable String allow) implements Route {}
}
