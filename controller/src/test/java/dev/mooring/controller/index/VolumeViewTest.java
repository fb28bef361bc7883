package dev.mooring.controller.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.object.ObjectKey;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VolumeViewTest {
    private static final String FREE = """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: pv-1, uid: pv-uid}
            spec:
              accessModes: [ReadWriteOncePod]
              capacity: {storage: 5Gi}
              persistentVolumeReclaimPolicy: Delete
            """;
    private static final String TAKEN = FREE + "  claimRef: {namespace: vision, name: data, uid: claim-uid}";

    @Test
    void keepsOfAVolumeWhatSomePlanLooksAt() {
        assertThat(of(TAKEN))
                .isEqualTo(new VolumeView(
                        "pv-1",
                        "pv-uid",
                        new ObjectKey("vision", "data"),
                        "claim-uid",
                        false,
                        "Delete",
                        "5Gi",
                        List.of("ReadWriteOncePod"),
                        false));
    }

    @Test
    void keepsNothingOfAVolumeThatIsFree() {
        assertThat(of(FREE)).isNull();
    }

    private static @Nullable VolumeView of(String yaml) {
        return VolumeView.of(Serialization.unmarshal(yaml, PersistentVolume.class));
    }
}
