package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RecurringTest {
    @Test
    void doesNotThrowWhenItsWorkDoes() {
        var done = new ArrayList<String>();
        var recurring = new Recurring("a test", () -> {
            done.add("begun");
            throw new IllegalStateException("broken");
        });

        assertThatCode(recurring::run).doesNotThrowAnyException();
        assertThat(done).containsExactly("begun");
    }
}
