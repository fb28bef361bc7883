package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Decision.Deny;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AliasProperties {
    private static final Holding HELD =
            new Holding(new DataVolumeId("ads", "secret"), BackendIdentity.nfs("nas.example", "/exports/secret"));
    private static final HeldStorage STORAGE =
            place -> Stream.of(HELD).filter(holding -> holding.place().overlaps(place));

    @Property
    void everySpellingOfTheSamePlaceIsRefused(@ForAll("hosts") String host, @ForAll("paths") String path) {
        var source = StorageSource.of("nfs", Map.of("server", host, "path", path));

        assertThat(PersistentVolumeDecisions.validate(new PersistentVolumeFacts("pv", source, "vision", STORAGE)))
                .isInstanceOf(Deny.class);
        assertThat(PodDecisions.validate(pod(source), World.NLP.grants())).isInstanceOf(Deny.class);
    }

    @Property
    void noSourceMakesADecisionThrow(@ForAll("kinds") String kind, @ForAll String text, @ForAll String other) {
        var source = new StorageSource(
                kind,
                Map.of("server", text, "path", other, "iqn", text, "lun", other, "driver", text, "volumeHandle", other),
                Map.of(text, other),
                List.of(other));

        PersistentVolumeDecisions.validate(new PersistentVolumeFacts("pv", source, null, STORAGE));
        PodDecisions.validate(pod(source), World.NLP.grants());
    }

    @Property
    void whatLiesInADirectoryComesRightBehindIt(@ForAll("directories") List<String> paths) {
        var sorted = paths.stream()
                .distinct()
                .map(BackendIdentity::directory)
                .sorted(BackendIdentity.BY_PLACE)
                .toList();

        for (var place : sorted) {
            int from = sorted.indexOf(place);
            assertThat(sorted.subList(from, sorted.size()).stream()
                            .takeWhile(other -> MountPath.covers(place.path(), other.path())))
                    .containsExactlyElementsOf(sorted.stream()
                            .filter(other -> MountPath.covers(place.path(), other.path()))
                            .toList());
        }
    }

    @Property
    void placesAreOrderedWithoutContradiction(
            @ForAll("directories") List<String> paths, @ForAll("directories") List<String> others) {
        Comparator<String> order = MountPath.DIRECTORY_BY_DIRECTORY;
        for (String one : paths) {
            for (String other : others) {
                assertThat(Integer.signum(order.compare(one, other)))
                        .isEqualTo(-Integer.signum(order.compare(other, one)));
                assertThat(order.compare(one, other) == 0).isEqualTo(one.equals(other));
            }
        }
    }

    @Provide
    Arbitrary<String> hosts() {
        return Arbitraries.of("nas.example", "nas.example.", "nas.example..", "[nas.example]", "nas.example%eth0")
                .flatMap(host -> Arbitraries.of(host, host.toUpperCase(Locale.ROOT), host.replace("n", "N")));
    }

    /** Ways to {@code /exports/secret}, to what lies in it and to what lies around it. */
    @Provide
    Arbitrary<String> paths() {
        var detours = Arbitraries.of("/", "//", "/./", "/x/../", "/x/y/../../", "/../", "/.//");
        var ends = Arbitraries.of("", "/", "/.", "//", "/train", "/train/..", "/..", "/../..");
        return detours.tuple2()
                .flatMap(pair -> ends.map(end -> pair.get1() + "exports" + inner(pair.get2()) + "secret" + end));
    }

    /** From inside a directory one {@code ..} would lead out of it. */
    private static String inner(String detour) {
        return detour.equals("/../") ? "/" : detour;
    }

    @Provide
    Arbitrary<List<String>> directories() {
        var parts = Arbitraries.of("a", "a-b", "a.b", "b", "ab").list().ofMaxSize(3);
        return parts.map(names -> "/" + String.join("/", names)).list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> kinds() {
        return Arbitraries.of(StorageSource.KINDS);
    }

    private static PodFacts pod(StorageSource source) {
        return new PodFacts(
                "nlp",
                "train",
                Requests.NONE,
                List.of(new VolumeFacts("data", new VolumeFacts.InlineSource(source))),
                List.of(),
                STORAGE,
                Map.of(),
                Submitter.NOT_ASKED,
                World.NOW);
    }
}
