package dev.mooring.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyBufferTest {
    private static final int LIMIT = 100_000;

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 6, 3, 50_000, 100_000})
    void keepsWhatArrivesWhateverWasAnnounced(long announced) {
        var body = new BodyBuffer(announced, LIMIT);
        body.add(Buffer.buffer("abc"));
        body.add(Buffer.buffer("def"));
        assertThat(body.bytes()).asString(UTF_8).isEqualTo("abcdef");
    }

    @Test
    void keepsAsMuchAsIsAllowed() {
        var body = new BodyBuffer(-1, LIMIT);
        assertThat(body.add(Buffer.buffer(new byte[LIMIT]))).isTrue();
        assertThat(body.bytes()).hasSize(LIMIT);
    }

    @Test
    void refusesTheByteThatIsTooMuch() {
        var body = new BodyBuffer(-1, LIMIT);
        body.add(Buffer.buffer(new byte[LIMIT]));
        assertThat(body.add(Buffer.buffer("x"))).isFalse();
    }

    @Test
    void isEmptyIfNothingArrives() {
        assertThat(new BodyBuffer(8, LIMIT).bytes()).isEmpty();
    }
}
