package dev.mooring.controller.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.object.ObjectKey;
import dev.mooring.decision.DataVolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsumersTest {
    private static final DataVolumeId IMAGENET = new DataVolumeId("vision", "imagenet");
    private static final ObjectKey IN_SPEECH = new ObjectKey("speech", "dv.vision.imagenet");
    private static final ObjectKey IN_MAPS = new ObjectKey("maps", "dv.vision.imagenet");
    private static final PodView FIRST = pod("speech", "first", "dv.vision.imagenet");
    private static final PodView SECOND = pod("speech", "second", "dv.vision.imagenet", "dv.vision.laion");
    private static final PodView THIRD = pod("maps", "third", "dv.vision.imagenet");

    private final Consumers consumers = new Consumers();

    @Test
    void countsThePodsOfAMirror() {
        addAll();

        assertThat(consumers.of(IN_SPEECH)).isEqualTo(2);
        assertThat(consumers.of(IN_MAPS)).isEqualTo(1);
    }

    @Test
    void findsTheMirrorsOfADataVolumeAndOfAProject() {
        addAll();

        assertThat(consumers.mirrorsOf(IMAGENET)).containsExactlyInAnyOrder(IN_SPEECH, IN_MAPS);
        assertThat(consumers.mirrorsIn("speech"))
                .containsExactlyInAnyOrder(IN_SPEECH, new ObjectKey("speech", "dv.vision.laion"));
    }

    @Test
    void aMirrorHasConsumersUntilItsLastPodHasGone() {
        addAll();
        consumers.changed("speech/first", FIRST, null);
        assertThat(consumers.of(IN_SPEECH)).isEqualTo(1);

        consumers.changed("speech/second", SECOND, null);
        assertThat(consumers.of(IN_SPEECH)).isEqualTo(0);
        assertThat(consumers.mirrorsOf(IMAGENET)).containsExactly(IN_MAPS);
        assertThat(consumers.mirrorsIn("speech")).isEmpty();
    }

    @Test
    void aPodThatWasMadeAgainCountsForWhatItNamesNow() {
        addAll();
        consumers.changed("speech/second", SECOND, pod("speech", "second", "dv.vision.laion"));

        assertThat(consumers.of(IN_SPEECH)).isEqualTo(1);
        assertThat(consumers.of(new ObjectKey("speech", "dv.vision.laion"))).isEqualTo(1);
    }

    private void addAll() {
        consumers.changed("speech/first", null, FIRST);
        consumers.changed("speech/second", null, SECOND);
        consumers.changed("maps/third", null, THIRD);
    }

    private static PodView pod(String namespace, String name, String... mirrors) {
        return new PodView(namespace, name, name + "-uid", Instant.EPOCH, Duration.ZERO, null, List.of(mirrors));
    }
}
