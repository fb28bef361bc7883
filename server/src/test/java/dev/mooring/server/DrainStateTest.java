package dev.mooring.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrainStateTest {
    @Test
    void isAsReadyAsTheProcess() {
        assertThat(new DrainState(() -> List.of("shares are not synced")).reasons())
                .containsExactly("shares are not synced");
    }

    @Test
    void isNotReadyOnceToldToStop() {
        var drain = new DrainState(List::of);
        drain.begin();
        assertThat(drain.reasons()).containsExactly("the server is stopping");
    }

    @Test
    void beginsOnce() {
        var drain = new DrainState(List::of);
        assertThat(drain.begin()).isTrue();
        assertThat(drain.begin()).isFalse();
    }
}
