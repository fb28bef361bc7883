package dev.mooring.launcher.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WishTest {
    private static final long END = Long.MAX_VALUE - 1; // the clock may run over
    private static final long TWO_SECONDS = Duration.ofSeconds(2).toNanos();

    private final Wish wish = new Wish("robotics", "vision/imagenet");

    @Test
    void isAnsweredByADenialOfARequestThatBeganTwoSecondsAfterTheEnd() throws InterruptedException {
        wish.ended(END);
        wish.denied(END + TWO_SECONDS);

        assertThat(isAnswered()).isTrue();
    }

    @Test
    void isAnsweredWhenSomebodyIsLetInWhoShouldNotBe() throws InterruptedException {
        wish.ended(END);
        wish.granted(END + TWO_SECONDS);

        assertThat(isAnswered()).isTrue();
    }

    @Test
    void isNotAnsweredByADenialOfARequestThatBeganEarlier() throws InterruptedException {
        wish.ended(END);
        wish.denied(END + TWO_SECONDS - 1);

        assertThat(isAnswered()).isFalse();
    }

    @Test
    void isNotAnsweredBeforeTheEnd() throws InterruptedException {
        wish.denied(END);

        assertThat(isAnswered()).isFalse();
    }

    @Test
    void isUsedOnceSomebodyIsLetIn() {
        wish.denied(0);
        assertThat(wish.isUsed()).isFalse();

        wish.granted(0);
        assertThat(wish.isUsed()).isTrue();
    }

    private boolean isAnswered() throws InterruptedException {
        return wish.awaitAnswer(Duration.ZERO);
    }
}
