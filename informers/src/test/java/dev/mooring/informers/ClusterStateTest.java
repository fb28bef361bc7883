package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.AccessMode;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.EndingMirror;
import dev.mooring.decision.ShareFacts.DataVolumeTarget;
import dev.mooring.model.Access;
import dev.mooring.model.NamespaceIdentity;
import dev.mooring.model.ScopeKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterStateTest {
    private static final DataVolumeId IMAGENET = new DataVolumeId("vision", "imagenet");
    private static final EndingMirror HELD = new EndingMirror("train-1", List.of());
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final World world = World.populated();

    @Test
    void aProjectUsesItsOwnDataVolumes() {
        assertThat(mayWrite("vision")).isTrue();
    }

    @Test
    void aProjectUsesNothingThatIsNotSharedWithIt() {
        assertThat(mayRead("nlp")).isFalse();
    }

    @Test
    void aShareWithAProjectReachesIt() {
        world.share("vision", "imagenet", ScopeKind.PROJECT, "nlp");

        assertThat(mayRead("nlp")).isTrue();
    }

    @Test
    void aShareWithAProjectReachesNoOther() {
        world.share("vision", "imagenet", ScopeKind.PROJECT, "nlp");

        assertThat(mayRead("sales")).isFalse();
    }

    @Test
    void aShareWithADepartmentReachesItsProjects() {
        world.share("vision", "imagenet", ScopeKind.DEPARTMENT, "department-research");

        assertThat(mayRead("nlp")).isTrue();
    }

    @Test
    void aShareWithADepartmentReachesNoProjectOfAnother() {
        world.share("vision", "imagenet", ScopeKind.DEPARTMENT, "department-research");

        assertThat(mayRead("sales")).isFalse();
    }

    @Test
    void aShareWithADepartmentReachesProjectsThatComeLater() {
        world.share("vision", "imagenet", ScopeKind.DEPARTMENT, "department-research");
        world.state.grantsOf("robotics");
        world.project("research", "robotics");

        assertThat(mayRead("robotics")).isTrue();
    }

    @Test
    void aShareWithTheClusterReachesEveryProject() {
        world.share("vision", "imagenet", ScopeKind.CLUSTER, World.CLUSTER);

        assertThat(mayRead("sales")).isTrue();
    }

    @Test
    void aShareWithTheClusterReachesNoNamespaceWithoutAProject() {
        world.share("vision", "imagenet", ScopeKind.CLUSTER, World.CLUSTER).namespace("scratch");

        assertThat(world.state.grantsOf("scratch").project()).isFalse();
    }

    @Test
    void aShareWithTheUidOfAProjectAsADepartmentReachesNobody() {
        world.share("vision", "imagenet", ScopeKind.DEPARTMENT, "nlp");

        assertThat(mayRead("nlp")).isFalse();
    }

    @Test
    void aReadOnlyShareDoesNotLetWrite() {
        world.share("vision", "imagenet", ScopeKind.PROJECT, "nlp");

        assertThat(mayWrite("nlp")).isFalse();
    }

    @Test
    void aShareForWritingLetsWrite() {
        world.put(World.shareView("vision", "imagenet", ScopeKind.PROJECT, "nlp", Access.READ_WRITE, null));

        assertThat(mayWrite("nlp")).isTrue();
    }

    @Test
    void aShareCarriesItsExpiry() {
        world.put(World.shareView("vision", "imagenet", ScopeKind.PROJECT, "nlp", Access.READ_ONLY, NOW));

        assertThat(mayRead("nlp")).isFalse();
    }

    @Test
    void aDeletedShareGrantsNothing() {
        world.share("vision", "imagenet", ScopeKind.PROJECT, "nlp");
        mayRead("nlp");
        world.noShare("vision/to-nlp");

        assertThat(mayRead("nlp")).isFalse();
    }

    @Test
    void aDataVolumeThatWasMadeAgainInheritsNoShares() {
        world.share("vision", "imagenet", ScopeKind.PROJECT, "nlp");
        mayRead("nlp");
        world.put(new DataVolumeView("vision", "imagenet", "vision/imagenet-2", "data", World.READY, false));

        assertThat(mayRead("nlp")).isFalse();
    }

    @Test
    void aDataVolumeThatIsBeingDeletedIsUsedByNobody() {
        world.share("vision", "imagenet", ScopeKind.PROJECT, "nlp");
        mayRead("nlp");
        world.put(new DataVolumeView("vision", "imagenet", "vision/imagenet-1", "data", World.READY, true));

        assertThat(mayRead("nlp") || mayRead("vision")).isFalse();
    }

    @Test
    void aNamespaceThatWasMadeAgainInheritsNothing() {
        world.share("vision", "imagenet", ScopeKind.PROJECT, "nlp");
        mayRead("nlp");
        world.put(new NamespaceView("nlp", "nlp-2"));

        assertThat(world.state.grantsOf("nlp").project()).isFalse();
    }

    @Test
    void anAdoptedNamespaceThatWasMadeAgainInheritsNothing() {
        world.share("vision", "imagenet", ScopeKind.PROJECT, "nlp");
        world.put(new NamespaceView("nlp", "nlp-2"))
                .put(new ProjectView("department-research", "nlp", "object", "nlp-2", false));

        assertThat(mayRead("nlp")).isFalse();
    }

    @Test
    void anOriginNamespaceThatWasMadeAgainGrantsNothing() {
        world.share("vision", "imagenet", ScopeKind.PROJECT, "nlp");
        mayRead("nlp");
        world.put(new NamespaceView("vision", "vision-2"));

        assertThat(mayRead("nlp")).isFalse();
    }

    @Test
    void aDepartmentNamespaceThatWasMadeAgainEndsTheGrantsOfItsProjects() {
        world.share("vision", "imagenet", ScopeKind.PROJECT, "sales");
        mayRead("sales");
        world.put(new NamespaceView("department-research", "department-research-2"));

        assertThat(mayRead("sales")).isFalse();
    }

    @Test
    void aClusterNamespaceThatWasMadeAgainInheritsNothing() {
        world.share("vision", "imagenet", ScopeKind.CLUSTER, World.CLUSTER);
        mayRead("nlp");
        world.put(new NamespaceView(World.CLUSTER, World.CLUSTER + "-2"));

        assertThat(mayRead("nlp")).isFalse();
    }

    @Test
    void aProjectThatMovedLeavesItsDepartmentsGrantsBehind() {
        world.share("vision", "imagenet", ScopeKind.DEPARTMENT, "department-research");
        mayRead("nlp");
        world.noProject("department-research/nlp").project("business", "nlp");

        assertThat(mayRead("nlp")).isFalse();
    }

    @Test
    void aProjectThatMovedKeepsWhatIsSharedWithItself() {
        world.share("vision", "imagenet", ScopeKind.PROJECT, "nlp");
        world.noProject("department-research/nlp").project("business", "nlp");

        assertThat(mayRead("nlp")).isTrue();
    }

    @Test
    void twoProjectsThatClaimOneNamespaceBothGetNothing() {
        world.share("vision", "imagenet", ScopeKind.DEPARTMENT, "department-business");
        world.project("business", "nlp");

        assertThat(world.state.grantsOf("nlp").project()).isFalse();
    }

    @Test
    void aProjectThatWaitsForItsNamespaceDoesNotDisturbTheOneThatHasIt() {
        world.put(new ProjectView("department-business", "vision", "object", null, false));

        assertThat(mayRead("vision")).isTrue();
    }

    @Test
    void aProjectThatIsBeingDeletedUsesNothing() {
        world.put(new ProjectView("department-research", "vision", "object", "vision-1", true));

        assertThat(world.state.grantsOf("vision").project()).isFalse();
    }

    @Test
    void aDepartmentThatIsBeingDeletedTakesTheGrantsOfItsProjectsAlong() {
        world.share("vision", "imagenet", ScopeKind.PROJECT, "sales");
        mayRead("sales");
        var itsNamespace = new NamespaceIdentity("department-research", "department-research-1");
        world.put(new DepartmentView(World.CLUSTER, "research", "object", itsNamespace, true));

        assertThat(mayRead("sales")).isFalse();
    }

    @Test
    void aDepartmentOutsideTheClusterScopeIsNone() {
        var itsNamespace = new NamespaceIdentity("department-shadow", "department-shadow-1");
        world.namespace("department-shadow")
                .put(new DepartmentView("vision", "shadow", "object", itsNamespace, false))
                .project("shadow", "robotics");

        assertThat(world.state.grantsOf("robotics").project()).isFalse();
    }

    @Test
    void namesMirrorClaimsThatAreBeingDeleted() {
        world.put(new MirrorClaimView("nlp", "dv.vision.imagenet", "u1", "v1", false, null, HELD))
                .put(new MirrorClaimView("nlp", "dv.vision.laion", "u2", "v2", false, null, null))
                .put(new MirrorClaimView("sales", "dv.vision.coco", "u3", "v3", false, null, HELD));

        assertThat(world.state.endingMirrors("nlp")).isEqualTo(Map.of("dv.vision.imagenet", HELD));
    }

    @Test
    void forgetsMirrorClaimsThatAreGone() {
        world.put(new MirrorClaimView("nlp", "dv.vision.imagenet", "u1", "v1", false, null, HELD))
                .noMirrorClaim("nlp/dv.vision.imagenet");

        assertThat(world.state.endingMirrors("nlp")).isEmpty();
    }

    @Test
    void aProjectLiesInItsDepartmentAndInTheCluster() {
        assertThat(world.state.scopesOf("nlp")).containsExactly("nlp", "department-research", World.CLUSTER);
    }

    @Test
    void whatIsNoProjectInForceLiesInNoScope() {
        world.noProject("department-research/nlp");

        assertThat(world.state.scopesOf("nlp")).isEmpty();
        assertThat(world.state.scopesOf("department-research")).isEmpty();
    }

    @Test
    void scopesAreProjectsDepartmentsAndTheClusters() {
        world.namespace("operators");

        assertThat(List.of("nlp", "department-research", World.CLUSTER)).allMatch(world.state::isScope);
        assertThat(world.state.isScope("operators")).isFalse();
    }

    @Test
    void findsADataVolumeByName() {
        assertThat(world.state.dataVolume("vision", "imagenet"))
                .isEqualTo(new DataVolumeTarget.Found("vision/imagenet-1"));
    }

    @Test
    void doesNotFindADataVolumeOfAnotherProject() {
        assertThat(world.state.dataVolume("nlp", "imagenet")).isEqualTo(new DataVolumeTarget.Unknown());
    }

    @Test
    void doesNotFindADataVolumeThatIsBeingDeleted() {
        world.put(new DataVolumeView("vision", "imagenet", "vision/imagenet-1", "data", World.READY, true));

        assertThat(world.state.dataVolume("vision", "imagenet")).isEqualTo(new DataVolumeTarget.Unknown());
    }

    private boolean mayRead(String project) {
        return may(project, AccessMode.READ_ONLY);
    }

    private boolean mayWrite(String project) {
        return may(project, AccessMode.READ_WRITE);
    }

    private boolean may(String project, AccessMode access) {
        var volume = world.state.grantsOf(project).find(IMAGENET);
        return volume != null && volume.allows(access, NOW);
    }
}
