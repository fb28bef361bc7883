package dev.mooring.controller;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;

/** Keeps one kind of write from the API server, and lets all others through. */
final class WithheldWrite implements Interceptor {
    private final String text;

    /** Makes one for writes whose body contains {@code text}. */
    WithheldWrite(String text) {
        this.text = text;
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        var body = request.bodyString();
        if (body != null && body.contains(text)) {
            throw new IllegalStateException("withheld " + request.method() + " " + request.uri());
        }
    }
}
