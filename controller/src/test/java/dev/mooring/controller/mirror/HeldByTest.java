package dev.mooring.controller.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeldByTest {
    @Test
    void namesNobodyWhereThereIsNobody() {
        assertThat(HeldBy.text(List.of())).isEmpty();
    }

    @Test
    void namesFewPodsInOrder() {
        assertThat(HeldBy.text(List.of("b", "a"))).isEqualTo("a, b");
    }

    @Test
    void namesTheFirstOfManyAndCountsTheRest() {
        assertThat(HeldBy.text(List.of("g", "f", "e", "d", "c", "b", "a"))).isEqualTo("a, b, c, d, e and 2 more");
    }
}
