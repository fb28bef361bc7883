package dev.mooring.controller;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.nio.ByteBuffer;
import java.util.List;

/** Lets writes through to the API server until one of a kind has been carried out, and none after, as if the process had died. */
final class LastWrite implements Interceptor {
    private final String text;
    private volatile boolean done;

    /** Makes one for the write whose body contains {@code text}. */
    LastWrite(String text) {
        this.text = text;
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        if (done && !"GET".equals(request.method())) {
            throw new IllegalStateException("died before " + request.method() + " " + request.uri());
        }
    }

    @Override
    public void after(HttpRequest request, HttpResponse<?> response, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        var body = request.bodyString();
        if (response.isSuccessful() && body != null && body.contains(text)) {
            done = true;
        }
    }
}
