package dev.mooring.webhook.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ObjectNamesTest {
    private final ObjectNames names = new ObjectNames();

    @Test
    void findsANameThatComesTwice() {
        names.open();
        names.add("a");

        assertThat(names.add("a")).isFalse();
    }

    @Test
    void tellsAnObjectFromTheOneAroundIt() {
        names.open();
        names.add("a");
        names.open();

        assertThat(names.add("a")).isTrue();
    }

    @Test
    void remembersTheOuterNamesAfterAnInnerObject() {
        names.open();
        names.add("a");
        names.open();
        names.add("b");
        names.close();

        assertThat(names.add("a")).isFalse();
        assertThat(names.add("b")).isTrue();
    }

    @Test
    void forgetsAnInnerObjectBeforeItsSibling() {
        names.open();
        fill(100);
        names.close();
        names.open();

        assertThat(names.add("name 1")).isTrue();
        assertThat(fill(99)).isEqualTo(98);
    }

    @Test
    void findsTheFirstAndTheLastNameOfALargeObject() {
        names.open();
        fill(5_000);

        assertThat(names.add("name 0")).isFalse();
        assertThat(names.add("name 4999")).isFalse();
        assertThat(names.add("another")).isTrue();
    }

    @Test
    void nestsDeeply() {
        for (int i = 0; i < 1_000; i++) {
            names.open();
            names.add("a");
        }
        for (int i = 0; i < 999; i++) {
            names.close();
        }

        assertThat(names.add("a")).isFalse();
    }

    private int fill(int count) {
        int added = 0;
        for (int i = 0; i < count; i++) {
            added += names.add("name " + i) ? 1 : 0;
        }
        return added;
    }
}
