package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BackendIdentityProperties {
    private static final int GROUPS = 8;

    @Property
    void normalisingTwiceIsNormalisingOnce(@ForAll("hosts") String host) {
        var once = HostName.normal(host);

        assertThat(HostName.normal(once)).isEqualTo(once);
    }

    @Property
    void everyTextIsSomeHost(@ForAll String text) {
        assertThatCode(() -> HostName.normal(text)).doesNotThrowAnyException();
    }

    @Property
    void anIpv6AddressIsTheSameInEveryForm(
            @ForAll("groups") List<Integer> groups,
            @ForAll @IntRange(max = GROUPS - 1) int gap,
            @ForAll boolean upper,
            @ForAll boolean brackets) {
        var full = written(groups, "%04x");
        var shortened = shortened(groups, gap);
        var other = upper ? shortened.toUpperCase(Locale.ROOT) : shortened;

        assertThat(HostName.normal(brackets ? "[" + other + "]" : other)).isEqualTo(HostName.normal(full));
    }

    @Property
    void differentIpv6AddressesAreDifferent(
            @ForAll("groups") List<Integer> one, @ForAll("groups") List<Integer> other) {
        assertThat(HostName.normal(written(one, "%x")).equals(HostName.normal(written(other, "%x"))))
                .isEqualTo(one.equals(other));
    }

    @Property
    void anIpv4AddressIsTheSameInEveryForm(@ForAll int address) {
        var unsigned = Integer.toUnsignedLong(address);
        var dotted = "%d.%d.%d.%d".formatted(unsigned >> 24, unsigned >> 16 & 255, unsigned >> 8 & 255, unsigned & 255);

        assertThat(List.of(
                        Long.toString(unsigned),
                        "0x" + Long.toHexString(unsigned),
                        "::ffff:" + dotted,
                        "%d.%d".formatted(unsigned >> 24, unsigned & 0xffffff),
                        "0%o.%d.%d".formatted(unsigned >> 24, unsigned >> 16 & 255, unsigned & 0xffff)))
                .allSatisfy(form -> assertThat(HostName.normal(form)).isEqualTo(dotted));
    }

    @Property
    void whatOverlapsOverlapsBothWays(
            @ForAll @From("identities") BackendIdentity one, @ForAll @From("identities") BackendIdentity other) {
        assertThat(one.overlaps(other)).isEqualTo(other.overlaps(one));
    }

    @Property
    void everythingOverlapsItselfAndWhatIsInIt(
            @ForAll @From("identities") BackendIdentity one, @ForAll("parts") String part) {
        var inside = new BackendIdentity(one.system(), one.place(), one.path() + "/" + part);

        assertThat(one.overlaps(one)).isTrue();
        assertThat(one.overlaps(inside)).isTrue();
    }

    @Property
    void neighboursDoNotOverlap(
            @ForAll @From("identities") BackendIdentity parent,
            @ForAll("parts") String one,
            @ForAll("parts") String other) {
        var first = new BackendIdentity(parent.system(), parent.place(), parent.path() + "/" + one);
        var second = new BackendIdentity(parent.system(), parent.place(), parent.path() + "/" + other);

        assertThat(first.overlaps(second)).isEqualTo(one.equals(other));
    }

    @Property
    void noVolumeMakesItThrow(@ForAll("drivers") String driver, @ForAll String handle, @ForAll String value) {
        var attributes = Map.of(
                "server",
                value,
                "share",
                value,
                "subDir",
                value,
                "shareName",
                value,
                "rootPath",
                value,
                "mountOptions",
                value);

        assertThatCode(() -> new CsiVolume(driver, handle, attributes, List.of(value)).identities())
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> hosts() {
        return Arbitraries.strings().withChars("[]%.:0123456789abcfFx").ofMaxLength(20);
    }

    @Provide
    Arbitrary<List<Integer>> groups() {
        var group =
                Arbitraries.oneOf(Arbitraries.just(0), Arbitraries.integers().between(0, 0xffff));
        return group.list().ofSize(GROUPS);
    }

    @Provide
    Arbitrary<String> parts() {
        return Arbitraries.of("a", "ab", "b", "a.b", "..a");
    }

    @Provide
    Arbitrary<BackendIdentity> identities() {
        var paths = parts().list().ofMaxSize(3).map(parts -> "/" + String.join("/", parts));
        return Combinators.combine(Arbitraries.of("nfs", "node"), Arbitraries.of("", "one", "two"), paths)
                .as(BackendIdentity::new);
    }

    @Provide
    Arbitrary<String> drivers() {
        return Arbitraries.of(
                "nfs.csi.k8s.io",
                "efs.csi.aws.com",
                "fsx.csi.aws.com",
                "gcsfuse.csi.storage.gke.io",
                "s3.csi.aws.com",
                "file.csi.azure.com",
                "blob.csi.azure.com",
                "filestore.csi.storage.gke.io",
                "rook-ceph.cephfs.csi.ceph.com",
                "storage.example.com");
    }

    private static String written(List<Integer> groups, String format) {
        return groups.stream().map(format::formatted).collect(Collectors.joining(":"));
    }

    /** Puts {@code ::} in place of the noughts that begin at {@code start}, if there are any. */
    private static String shortened(List<Integer> groups, int start) {
        int end = start;
        while (end < GROUPS && groups.get(end) == 0) {
            end++;
        }
        return end == start
                ? written(groups, "%x")
                : written(groups.subList(0, start), "%x") + "::" + written(groups.subList(end, GROUPS), "%x");
    }
}
