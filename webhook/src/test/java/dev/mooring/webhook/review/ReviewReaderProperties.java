package dev.mooring.webhook.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ReviewReaderProperties {
    private static final ReviewReader READER = new ReviewReader();

    @Property(tries = 2_000)
    void anyBytesAreReadOrRefused(@ForAll byte[] body) {
        assertThat(READER.read(body)).isInstanceOf(Reading.Unreadable.class);
    }

    @Property(tries = 3_000)
    void aDamagedReviewIsReadOrRefused(
            @ForAll("files") String file, @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int wounds) {
        byte[] damaged = Damage.to(Reviews.bytes(file), seed, wounds);

        assertThatNoException().isThrownBy(() -> READER.read(damaged));
    }

    @Property(tries = 500)
    void whatIsReadIsReadTheSameTwice(@ForAll("files") String file, @ForAll long seed) {
        byte[] body = Damage.to(Reviews.bytes(file), seed, 1);

        assertThat(READER.read(body)).isEqualTo(READER.read(body.clone()));
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(Reviews.ALL);
    }
}
