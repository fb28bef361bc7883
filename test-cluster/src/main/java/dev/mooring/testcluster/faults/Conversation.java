package dev.mooring.testcluster.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** One client's connection, and ours to the API server for it: requests one after another, perhaps a watch as the last. */
final class Conversation implements AutoCloseable {
    private final Wire client;
    private final URI apiServer;
    private final SSLContext tls;
    private final Supplier<FaultPlan> plan;
    private final ListMemory lists;
    private @Nullable Wire server;

    Conversation(Wire client, URI apiServer, SSLContext tls, Supplier<FaultPlan> plan, ListMemory lists) {
        this.client = client;
        this.apiServer = apiServer;
        this.tls = tls;
        this.plan = plan;
        this.lists = lists;
    }

    /** Returns when the connection is to be closed. */
    void run() throws IOException, InterruptedException {
        Optional<HttpHead> head = HttpHead.read(client.in());
        while (head.isPresent() && carryOut(head.get())) {
            head = HttpHead.read(client.in());
        }
    }

    /** Returns whether another request may follow. */
    private boolean carryOut(HttpHead head) throws IOException, InterruptedException {
        ApiRequest request = ApiRequest.of(head.word(0), head.word(1));
        return switch (plan.get().faultFor(request)) {
            case Fault.BlackHole ignored -> silence();
            case Fault.Reset ignored -> reset();
            case Fault.Answer answer -> answer(head, MadeUp.answer(answer.code()));
            case Fault.StaleList ignored -> stale(head, request);
            case Fault.Late late -> pass(head, request, late.delay().toNanos());
            case Fault.None ignored -> pass(head, request, 0);
            case Fault.Duplicate ignored -> pass(head, request, 0);
            case Fault.Lost ignored -> pass(head, request, 0);
            case Fault.BookmarksOnly ignored -> pass(head, request, 0);
            case Fault.ErrorEvent ignored -> pass(head, request, 0);
            case Fault.End ignored -> pass(head, request, 0);
        };
    }

    private boolean silence() throws IOException {
        client.swallow();
        return false;
    }

    private boolean reset() {
        client.reset();
        return false;
    }

    private boolean answer(HttpHead head, byte[] answer) throws IOException {
        HttpBody.copyRequest(head, client.in(), OutputStream.nullOutputStream());
        client.out().write(answer);
        client.out().flush();
        return true;
    }

    private boolean stale(HttpHead head, ApiRequest request) throws IOException, InterruptedException {
        Optional<byte[]> remembered = lists.answerTo(request);
        return remembered.isPresent() ? answer(head, remembered.get()) : pass(head, request, 0);
    }

    private boolean pass(HttpHead head, ApiRequest request, long delay) throws IOException, InterruptedException {
        Wire upstream = server();
        upstream.out().write(head.bytes());
        HttpBody.copyRequest(head, client.in(), upstream.out());
        HttpHead answer = HttpHead.read(upstream.in())
                .orElseThrow(() -> new IOException("the API server has closed the connection"));
        Pause.until(System.nanoTime() + delay);
        boolean isSocket = answer.status() == 101;
        if (request.verb() == ApiRequest.Verb.WATCH && (isSocket || answer.status() == 200)) {
            relay(request, answer, upstream, isSocket);
            return false;
        }
        copyAnswer(request, answer, upstream);
        return answer.endsItself();
    }

    private void copyAnswer(ApiRequest request, HttpHead answer, Wire upstream) throws IOException {
        if (answer.status() == 200 && ListMemory.mayAnswer(request)) {
            Tap tap = new Tap(client.out());
            tap.write(answer.bytes());
            HttpBody.copyAnswer(answer, upstream.in(), tap);
            lists.remember(request, tap.bytes());
        } else {
            client.out().write(answer.bytes());
            HttpBody.copyAnswer(answer, upstream.in(), client.out());
        }
    }

    private void relay(ApiRequest request, HttpHead answer, Wire upstream, boolean isSocket)
            throws IOException, InterruptedException {
        client.out().write((isSocket ? answer : answer.with("Connection: close")).bytes());
        client.out().flush();
        WatchStream stream = isSocket
                ? new WebSocketWatch(upstream.in(), client.out())
                : new ChunkedWatch(upstream.in(), client.out());
        Thread back = Thread.ofVirtual().start(() -> sendBack(upstream));
        switch (new WatchRelay(request, stream, plan).run()) {
            case GOES_ON, ENDED -> {}
            case RESET -> client.reset();
            case HALF_OPEN -> back.join();
        }
    }

    /** What a client sends while it watches: nothing, or frames of a WebSocket. Its end ends the watch. */
    private void sendBack(Wire upstream) {
        try (upstream) {
            for (int next = client.in().read(); next >= 0; next = client.in().read()) {
                upstream.out().write(next);
                if (client.in().available() == 0) {
                    upstream.out().flush();
                }
            }
        } catch (IOException closed) {
            // Either side has gone, and the other is told by what closes them.
        }
    }

    private Wire server() throws IOException {
        if (server == null) {
            server = Wire.to(apiServer, tls);
        }
        return server;
    }

    @Override
    public void close() throws IOException {
        try (client) {
            if (server != null) {
                server.close();
            }
        }
    }
}
