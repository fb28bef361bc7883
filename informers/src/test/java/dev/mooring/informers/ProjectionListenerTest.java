package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ProjectionListenerTest {
    @Test
    void theNextIsToldAfterTheFirst() {
        var told = new ArrayList<String>();
        ProjectionListener<String> first = (key, before, now) -> told.add("first: " + key + " " + before + " " + now);
        first.andThen((key, before, now) -> told.add("next: " + key + " " + before + " " + now))
                .changed("vision/train", "a", "b");

        assertThat(told).containsExactly("first: vision/train a b", "next: vision/train a b");
    }
}
