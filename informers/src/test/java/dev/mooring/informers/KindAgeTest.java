package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KindAgeTest {
    private static final long SECOND = 1_000_000_000L;

    /** As System.nanoTime may be: negative, and soon over its end. */
    private static final long START = Long.MAX_VALUE - SECOND;

    private final KindAge age = new KindAge(Duration.ofSeconds(5));

    @BeforeEach
    void watch() {
        age.watchBegins(START);
    }

    @Test
    void isWithoutEndUntilAHeartbeatHasComeBack() {
        age.send(at(0));

        assertThat(age.nanos(at(1))).isEqualTo(Long.MAX_VALUE);
        assertThat(age.isKnown()).isFalse();
    }

    @Test
    void countsFromTheSendingNotFromTheComingBack() {
        long number = age.send(at(0));
        age.cameBack(number);

        assertThat(age.nanos(at(3))).isEqualTo(3 * SECOND);
    }

    @Test
    void isThatOfTheNewestThatHasComeBack() {
        long first = age.send(at(0));
        long second = age.send(at(1));
        age.send(at(2));
        age.cameBack(first);
        age.cameBack(second);

        assertThat(age.nanos(at(3))).isEqualTo(2 * SECOND);
    }

    @Test
    void isNoOlderWhenAnEarlierOneComesAgain() {
        long first = age.send(at(0));
        long second = age.send(at(1));
        age.cameBack(second);
        age.cameBack(first);

        assertThat(age.nanos(at(1))).isZero();
    }

    @Test
    void doesNotBelieveInANumberThatWasNeverSent() {
        age.send(at(0));
        age.cameBack(2);
        age.cameBack(0);
        age.cameBack(-1);
        age.cameBack(Long.MAX_VALUE);

        assertThat(age.isKnown()).isFalse();
    }

    @Test
    void hasForgottenWhatWasSentLongAgo() {
        long first = age.send(at(0));
        for (int second = 1; second <= 64; second++) {
            age.send(at(second));
        }
        age.cameBack(first);

        assertThat(age.isKnown()).isFalse();
    }

    @Test
    void doesNotCountAHeartbeatOfAListThatIsNotComplete() {
        age.listBegins();
        age.cameBack(age.send(at(0)));

        assertThat(age.isKnown()).isFalse();
    }

    @Test
    void countsAHeartbeatOfAListOnceTheListIsComplete() {
        age.listBegins();
        age.cameBack(age.send(at(0)));
        age.watchBegins(at(1));

        assertThat(age.nanos(at(1))).isEqualTo(SECOND);
    }

    @Test
    void doesNotCountAHeartbeatOfAListThatWasGivenUp() {
        age.listBegins();
        age.cameBack(age.send(at(0)));
        age.listBegins();
        age.watchBegins(at(1));

        assertThat(age.isKnown()).isFalse();
    }

    @Test
    void growsOnWhileItIsListedAgain() {
        age.cameBack(age.send(at(0)));
        age.listBegins();

        assertThat(age.nanos(at(2))).isEqualTo(2 * SECOND);
    }

    @Test
    void startsAnewWhenOlderThingsAreTold() {
        age.cameBack(age.send(at(0)));
        age.orderLost();

        assertThat(age.nanos(at(0))).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void isNotStuckWhileAHeartbeatMayStillCome() {
        age.stored(age.send(at(0)));

        assertThat(age.isStuck(at(5))).isFalse();
    }

    @Test
    void isStuckWhenAStoredHeartbeatDoesNotCome() {
        age.stored(age.send(at(0)));

        assertThat(age.isStuck(at(5) + 1)).isTrue();
    }

    @Test
    void isNotStuckWhenALaterHeartbeatHasCome() {
        age.stored(age.send(at(0)));
        age.cameBack(age.send(at(1)));

        assertThat(age.isStuck(at(6))).isFalse();
    }

    @Test
    void isNotStuckWhenNoHeartbeatCouldBeStored() {
        age.send(at(0));

        assertThat(age.isStuck(at(60))).isFalse();
    }

    @Test
    void givesANewWatchItsTime() {
        age.stored(age.send(at(0)));
        age.listBegins();
        age.watchBegins(at(10));
        age.stored(age.send(at(11)));

        assertThat(age.isStuck(at(12))).isFalse();
        assertThat(age.isStuck(at(17))).isTrue();
    }

    @Test
    void isNotStuckWhileAListIsRead() {
        age.stored(age.send(at(0)));
        age.listBegins();

        assertThat(age.isStuck(at(60))).isFalse();
    }

    private static long at(long seconds) {
        return START + seconds * SECOND;
    }
}
