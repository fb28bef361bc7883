package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mooring.decision.VolumeState;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeStatus;
import dev.mooring.model.Phase;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DataVolumeViewTest {
    private static final VolumeState NOT_LOOKED_AT =
            new VolumeState.NotReady("the controller has not looked at it yet");
    private static final VolumeState NO_REASON = new VolumeState.NotReady("the controller gave no reason");

    @Test
    void keepsWhatAPodNeedsOfIt() {
        assertThat(DataVolumeView.of(volume(Phase.READY)))
                .isEqualTo(new DataVolumeView(
                        "vision", "imagenet", "uid-of-imagenet", "data", new VolumeState.Ready(), false));
    }

    @Test
    void isNotReadyWithoutAStatus() {
        assertThat(DataVolumeView.of(Objects.dataVolume("vision", "imagenet", "data"))
                        .state())
                .isEqualTo(NOT_LOOKED_AT);
    }

    @Test
    void isNotReadyWithoutAPhase() {
        assertThat(DataVolumeView.of(volume(null)).state()).isEqualTo(NOT_LOOKED_AT);
    }

    @Test
    void canOnlyBeReadWhereTheConditionSaysSo() {
        var state = DataVolumeView.of(volume(Phase.READY, ready("fine"), writable("False", "one device")))
                .state();

        assertThat(state).isEqualTo(new VolumeState.ReadOnly("one device"));
    }

    @Test
    void canBeWrittenWhereTheConditionDoesNotDenyIt() {
        assertThat(DataVolumeView.of(volume(Phase.READY, writable("True", ""))).state())
                .isEqualTo(new VolumeState.Ready());
    }

    private static Condition writable(String status, String message) {
        return new ConditionBuilder()
                .withType("Writable")
                .withStatus(status)
                .withMessage(message)
                .build();
    }

    @Test
    void saysWhyItIsNotReadyAsTheConditionDoes() {
        var state = DataVolumeView.of(volume(Phase.NOT_READY, ready("claim \"data\" is lost")))
                .state();

        assertThat(state).isEqualTo(new VolumeState.NotReady("claim \"data\" is lost"));
    }

    @Test
    void isNotReadyWhileItIsBeingCreated() {
        var state = DataVolumeView.of(volume(Phase.CREATING, ready("claim \"data\" is not bound yet")))
                .state();

        assertThat(state).isEqualTo(new VolumeState.NotReady("claim \"data\" is not bound yet"));
    }

    @Test
    void passesOverOtherConditions() {
        var other = new ConditionBuilder()
                .withType("Aliased")
                .withMessage("two volumes")
                .build();

        assertThat(DataVolumeView.of(volume(Phase.NOT_READY, other)).state()).isEqualTo(NO_REASON);
    }

    @Test
    void hasNoReasonIfTheConditionSaysNothing() {
        assertThat(DataVolumeView.of(volume(Phase.NOT_READY, ready(null))).state())
                .isEqualTo(NO_REASON);
    }

    @Test
    void passesOverConditionsThatAreEmpty() {
        assertThat(DataVolumeView.of(volume(Phase.NOT_READY, new Condition())).state())
                .isEqualTo(NO_REASON);
    }

    @Test
    void seesThatItIsBeingDeleted() {
        var volume = volume(Phase.READY);
        volume.getMetadata().setDeletionTimestamp(Objects.DELETED);

        assertThat(DataVolumeView.of(volume).deleting()).isTrue();
    }

    @Test
    void cannotBeReadWithoutASpec() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataVolumeView.of(read("")))
                .withMessage("\"spec\" is missing");
    }

    @Test
    void cannotBeReadWithoutAClaimName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataVolumeView.of(read(", spec: {}")))
                .withMessage("\"spec.claimName\" is missing");
    }

    private static DataVolume read(String more) {
        return Objects.read(
                DataVolume.class, "--- {metadata: {namespace: vision, name: imagenet, uid: u0}" + more + "}");
    }

    private static DataVolume volume(@Nullable Phase phase, Condition... conditions) {
        var volume = Objects.dataVolume("vision", "imagenet", "data");
        volume.setStatus(
                new DataVolumeStatus(phase, null, null, null, null, List.of(), null, null, null, List.of(conditions)));
        return volume;
    }

    private static Condition ready(@Nullable String message) {
        return new ConditionBuilder()
                .withType("Ready")
                .withStatus("False")
                .withMessage(message)
                .build();
    }
}
