package dev.mooring.decision;

import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.denied;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Decision.Allow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A running pod gets ephemeral containers. */
class EphemeralContainersTest {
    private static final World REVOKED = NLP.without(World.IMAGENET);

    @Test
    void mayMountWhatIsShared() {
        assertThat(validate(NLP, "{name: 'data', mountPath: '/d', readOnly: true}"))
                .isEqualTo(new Allow(List.of(), List.of(new VolumeUse(World.IMAGENET, AccessMode.READ_ONLY))));
    }

    @Test
    void mayNotMountItWritable() {
        assertThat(validate(NLP, "{name: 'data', mountPath: '/d'}"))
                .isEqualTo(denied(
                        DenyReason.NOT_READ_ONLY,
                        "mount \"/d\" of data volume \"data\" in container \"debug\" is not read-only;"
                                + " set readOnly: true on the mount"));
    }

    @Test
    void mayNotUseItAsABlockDevice() {
        assertThat(PodDecisions.validateEphemeral(NLP.facts(Json.read("""
                        {metadata: {name: 'train'},
                         spec: {ephemeralContainers: [{name: 'debug', volumeDevices: [{name: 'data', devicePath: '/dev/x'}]}],
                                volumes: [{name: 'data', persistentVolumeClaim: {claimName: 'dvrw.vision.scratch'}}]}}
                        """)), pod(NLP, ""), NLP.grants()))
                .isEqualTo(denied(
                        DenyReason.BLOCK_DEVICE,
                        "container \"debug\" uses data volume \"data\" as a block device;"
                                + " mount it under volumeMounts instead of volumeDevices"));
    }

    @Test
    void mayStillComeToAPodWhoseEarlierOnesMountWhatIsNotSharedAnyMore() {
        String reader = "{name: 'reader', volumeMounts: [{name: 'data', mountPath: '/d', readOnly: true}]}";

        assertThat(validate(REVOKED, reader + ", {name: 'debug'}", reader)).isSameAs(Allow.NOTHING);
    }

    @Test
    void areJudgedThoughOneOfThatNameWasThereBefore() {
        assertThat(validate(
                        REVOKED,
                        "{name: 'debug', volumeMounts: [{name: 'data', mountPath: '/d', readOnly: true}]}",
                        "{name: 'debug'}"))
                .isInstanceOf(Decision.Deny.class);
    }

    @Test
    void mayNotMountItAnyMoreOnceTheShareIsGone() {
        assertThat(validate(REVOKED, "{name: 'data', mountPath: '/d', readOnly: true}"))
                .isInstanceOfSatisfying(
                        Decision.Deny.class,
                        denial -> assertThat(denial.reason()).isEqualTo(DenyReason.NOT_SHARED));
    }

    @Test
    void mayStillLookIntoAPodWhoseShareIsGone() {
        assertThat(validate(REVOKED, "{name: 'tmp', mountPath: '/d'}")).isSameAs(Allow.NOTHING);
    }

    private static Decision validate(World world, String mount) {
        return validate(world, "{name: 'debug', volumeMounts: [%s]}".formatted(mount), "");
    }

    private static Decision validate(World world, String containers, String old) {
        return PodDecisions.validateEphemeral(pod(world, containers), pod(world, old), world.grants());
    }

    private static PodFacts pod(World world, String ephemeralContainers) {
        return world.facts(Json.read("""
                {metadata: {name: 'train', annotations: {'mooring.dev/data-volumes': 'imagenet'}},
                 spec: {containers: [{name: 'main', volumeMounts: [
                            {name: 'data', mountPath: '/data/imagenet', readOnly: true}]}],
                        ephemeralContainers: [%s],
                        volumes: [{name: 'tmp', emptyDir: {}},
                                  {name: 'data', persistentVolumeClaim: {claimName: 'dv.vision.imagenet', readOnly: true}}]}}
                """.formatted(ephemeralContainers)));
    }
}
