package dev.mooring.server;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request takes too long to arrive, however steadily it drips: headers and
 * body alike. A connection that carries nothing is left alone.
 *
 * <p>A request is arriving from its first byte until something is written in answer. There is at most one
 * timer for each connection, not one for each request: it looks again when what it saw has gone by. Lives
 * between TLS and HTTP, on the connection's event loop.
 */
final class ArrivalDeadline extends ChannelDuplexHandler {
    private final long allowedNanos;
    private final Runnable onExpiry;
    private boolean arriving;
    private long since;
    private @Nullable ScheduledFuture<?> timer;

    ArrivalDeadline(Duration allowed, Runnable onExpiry) {
        this.allowedNanos = allowed.toNanos();
        this.onExpiry = onExpiry;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!arriving) {
            arriving = true;
            since = System.nanoTime();
            if (timer == null) {
                lookIn(allowedNanos, context);
            }
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        arriving = false;
        super.write(context, message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (timer != null) {
            timer.cancel(false);
        }
        context.fireChannelInactive();
    }

    private void lookIn(long nanos, ChannelHandlerContext context) {
        timer = context.executor().schedule(() -> look(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context) {
        timer = null;
        if (!arriving) {
            return;
        }
        long left = allowedNanos - (System.nanoTime() - since);
        if (left > 0) {
            lookIn(left, context);
        } else {
            onExpiry.run();
            var unused = context.close();
        }
    }
}
