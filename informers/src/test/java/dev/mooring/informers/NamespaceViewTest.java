package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class NamespaceViewTest {
    @Test
    void keepsWhichNamespaceItIs() {
        assertThat(NamespaceView.of(Objects.namespace("vision")))
                .isEqualTo(new NamespaceView("vision", "uid-of-vision"));
    }

    @Test
    void cannotBeReadWithoutAUid() {
        var namespace = Objects.namespace("vision");
        namespace.getMetadata().setUid(null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamespaceView.of(namespace))
                .withMessage("\"metadata.uid\" is missing");
    }
}
