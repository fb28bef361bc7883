package dev.mooring.controller;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets a few writes through to the API server and no others, as if the process that makes them had died. */
final class DeadlyWrites implements Interceptor {
    private final AtomicInteger left;

    DeadlyWrites(int allowed) {
        left = new AtomicInteger(allowed);
    }

    /** Returns whether one write was refused already. */
    boolean isDead() {
        return left.get() < 0;
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        if (!"GET".equals(request.method()) && left.decrementAndGet() < 0) {
            throw new IllegalStateException("died before " + request.method() + " " + request.uri());
        }
    }
}
