package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeartbeatTest {
    @Test
    void carriesItsNumber() {
        var project = Heartbeat.named(Heartbeat.project(), "mooring-system", Heartbeat.nameOf("a1"), 7);

        assertThat(Heartbeat.number(project.getMetadata())).contains(7L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "+1", " 1", "1.0", "x", "1234567890123456789"})
    void isNoneWithoutANumber(String number) {
        assertThat(Heartbeat.number(new ObjectMetaBuilder()
                        .withName("heartbeat-a1")
                        .addToAnnotations("mooring.dev/heartbeat", number)
                        .build()))
                .isEmpty();
    }

    @Test
    void isNoneUnderAnotherName() {
        assertThat(Heartbeat.number(new ObjectMetaBuilder()
                        .withName("imagenet")
                        .addToAnnotations("mooring.dev/heartbeat", "1")
                        .build()))
                .isEmpty();
    }
}
