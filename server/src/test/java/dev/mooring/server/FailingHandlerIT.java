package dev.mooring.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FailingHandlerIT {
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("dev.mooring.server");

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listenToTheLog() {
        logged.start();
        LOGGER.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        LOGGER.detachAppender(logged);
    }

    @Test
    void becomesA500WithoutTheReason() throws Exception {
        try (var running = RunningServer.start(RunningServer.SETTINGS, FailingHandlerIT::fail)) {
            HttpResponse<String> answer = running.post("secret");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("internal error\n");
        }
    }

    @Test
    void isLoggedOnceWithItsStack() throws Exception {
        try (var running = RunningServer.start(RunningServer.SETTINGS, FailingHandlerIT::fail)) {
            running.post("secret");
            assertThat(logged.list)
                    .filteredOn(event -> event.getLevel() == Level.ERROR)
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.getKeyValuePairs()).hasToString("[path=\"/do\"]");
                        assertThat(event.getThrowableProxy().getMessage()).isEqualTo("broken on purpose");
                    });
        }
    }

    @Test
    void isCounted() throws Exception {
        try (var running = RunningServer.start(RunningServer.SETTINGS, FailingHandlerIT::fail)) {
            running.post("{}");
            assertThat(running.counted("mooring.server.handler.failures")).isEqualTo(1);
            assertThat(running.ended("5xx")).isEqualTo(1);
        }
    }

    @Test
    void doesNotEndTheOthersWithAnExhaustedStack() throws Exception {
        try (var running = RunningServer.start(RunningServer.SETTINGS, FailingHandlerIT::recurse)) {
            assertThat(running.post("{}").statusCode()).isEqualTo(500);
            assertThat(running.get("/healthz").statusCode()).isEqualTo(200);
        }
    }

    private static HttpAnswer fail(HttpRequest request) {
        throw new IllegalStateException("broken on purpose");
    }

    @SuppressWarnings("InfiniteRecursion")
    private static HttpAnswer recurse(HttpRequest request) {
        return recurse(request);
    }
}
