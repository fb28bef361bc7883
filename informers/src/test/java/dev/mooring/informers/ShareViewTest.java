package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mooring.model.Access;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.DataVolumeShareSpec;
import dev.mooring.model.MirrorMode;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeKind;
import dev.mooring.model.ShareScope;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShareViewTest {
    private static final ShareScope TO_NLP = new ShareScope(ScopeKind.PROJECT, "nlp", "nlp", "uid-of-nlp");
    private static final DataVolume IMAGENET = Objects.dataVolume("vision", "imagenet", "data");

    @Test
    void keepsWhatIsSharedWithWhomAndHow() {
        var share = Objects.share(IMAGENET, "to-nlp", TO_NLP, Access.READ_WRITE, "2027-01-31T18:00:00Z");

        assertThat(ShareView.of(share))
                .isEqualTo(new ShareView(
                        "vision",
                        "to-nlp",
                        "uid-of-to-nlp",
                        "imagenet",
                        "uid-of-imagenet",
                        new GrantScope.SharedWith(ScopeKind.PROJECT, "uid-of-nlp"),
                        Access.READ_WRITE,
                        Instant.parse("2027-01-31T18:00:00Z"),
                        null,
                        RevokeMode.KEEP,
                        false));
    }

    @Test
    void keepsWhoGetsItsMirrorAtOnce() {
        var share = Objects.share(IMAGENET, "to-nlp", TO_NLP);
        share.setSpec(new DataVolumeShareSpec(
                "imagenet", TO_NLP, Access.READ_ONLY, MirrorMode.ALWAYS, null, RevokeMode.KEEP, "ana"));

        assertThat(ShareView.of(share).mirroredIn()).isEqualTo("nlp");
    }

    @Test
    void hasNoExpiryIfNoneIsGiven() {
        assertThat(ShareView.of(Objects.share(IMAGENET, "to-nlp", TO_NLP)).expiry())
                .isNull();
    }

    @Test
    void endedLongAgoIfItsExpiryCannotBeRead() {
        var share = Objects.share(IMAGENET, "to-nlp", TO_NLP, Access.READ_ONLY, "tomorrow");

        assertThat(ShareView.of(share).expiry()).isEqualTo(Instant.MIN);
    }

    @Test
    void seesThatItIsBeingDeleted() {
        var share = Objects.share(IMAGENET, "to-nlp", TO_NLP);
        share.getMetadata().setDeletionTimestamp(Objects.DELETED);

        assertThat(ShareView.of(share).deleting()).isTrue();
    }

    @Test
    void hasNoDataVolumeUidWithoutAnOwner() {
        var share = Objects.share(IMAGENET, "to-nlp", TO_NLP);
        share.getMetadata().getOwnerReferences().clear();

        assertThat(ShareView.of(share).dataVolumeUid()).isNull();
    }

    @Test
    void takesNoOwnerOfAnotherNameForItsDataVolume() {
        var share = Objects.share(IMAGENET, "to-nlp", TO_NLP);
        share.getMetadata().getOwnerReferences().get(0).setName("laion");

        assertThat(ShareView.of(share).dataVolumeUid()).isNull();
    }

    @Test
    void takesNoDataVolumeOfAnotherProductForItsOwn() {
        var share = Objects.share(IMAGENET, "to-nlp", TO_NLP);
        share.getMetadata().getOwnerReferences().get(0).setApiVersion("cdi.kubevirt.io/v1beta1");

        assertThat(ShareView.of(share).dataVolumeUid()).isNull();
    }

    @Test
    void passesOverOwnersThatSayNothing() {
        var share = Objects.share(IMAGENET, "to-nlp", TO_NLP);
        share.getMetadata().getOwnerReferences().add(0, new OwnerReferenceBuilder().build());

        assertThat(ShareView.of(share).dataVolumeUid()).isEqualTo("uid-of-imagenet");
    }

    @Test
    void holdsRepeatedStringsOnce() {
        var one = ShareView.of(Objects.share(IMAGENET, "one", new ShareScope(ScopeKind.PROJECT, "nlp", "nlp", copy())));
        var two = ShareView.of(Objects.share(IMAGENET, "two", new ShareScope(ScopeKind.PROJECT, "nlp", "nlp", copy())));

        assertThat(one.scope().uid()).isSameAs(two.scope().uid());
    }

    @Test
    void cannotBeReadWithoutASpec() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShareView.of(read("")))
                .withMessage("\"spec\" is missing");
    }

    @Test
    void cannotBeReadWithoutAScope() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShareView.of(read(", spec: {dataVolume: imagenet}")))
                .withMessage("\"spec.scope\" is missing");
    }

    @Test
    void cannotBeReadWithoutADataVolume() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShareView.of(read(", spec: {scope: {kind: Cluster, uid: u1}}")))
                .withMessage("\"spec.dataVolume\" is missing");
    }

    @Test
    void cannotBeReadWithoutTheScopesUid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShareView.of(read(", spec: {dataVolume: imagenet, scope: {kind: Cluster}}")))
                .withMessage("\"spec.scope.uid\" is missing");
    }

    @Test
    void reachesNobodyIfItsKindOfScopeIsNotKnown() {
        var share = read(", spec: {dataVolume: imagenet, scope: {kind: Galaxy, uid: u1}}");

        assertThat(ShareView.of(share).scope()).isEqualTo(new GrantScope.SharedWith(ScopeKind.PROJECT, ""));
    }

    @Test
    void isReadOnlyUnlessItSaysOtherwise() {
        var share = read(", spec: {dataVolume: imagenet, scope: {kind: Cluster, uid: u1}}");

        assertThat(ShareView.of(share).access()).isEqualTo(Access.READ_ONLY);
    }

    private static DataVolumeShare read(String spec) {
        return Objects.read(
                DataVolumeShare.class, "--- {metadata: {namespace: vision, name: to-nlp, uid: u0}" + spec + "}");
    }

    private static String copy() {
        return String.valueOf("uid-of-nlp".toCharArray());
    }
}
