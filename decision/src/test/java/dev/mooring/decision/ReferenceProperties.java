package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mooring.decision.Parsed.Failure;
import dev.mooring.decision.Parsed.Item;
import dev.mooring.decision.Parsed.References;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReferenceProperties {

    @Property
    void whatIsWrittenIsReadBack(
            @ForAll("references") List<Reference> references, @ForAll("separators") String separator) {
        String text = references.stream().map(Reference::toString).collect(Collectors.joining(separator));

        assertThat(items(ReferenceParser.parse(text)))
                .extracting(Item::reference)
                .isEqualTo(references);
    }

    @Property
    void aColumnPointsAtItsReference(@ForAll("references") List<Reference> references) {
        String text = references.stream().map(Reference::toString).collect(Collectors.joining(" ,\n"));

        assertThat(items(ReferenceParser.parse(text)))
                .allSatisfy(item -> assertThat(text.substring(item.column() - 1))
                        .startsWith(item.reference().toString()));
    }

    @Property
    void noTextMakesItThrow(@ForAll String text) {
        assertThatCode(() -> ReferenceParser.parse(text)).doesNotThrowAnyException();
    }

    @Property
    void noNearMissMakesItThrowOrPointOutside(@ForAll("nearMisses") String text) {
        if (ReferenceParser.parse(text) instanceof Failure failure) {
            assertThat(failure.column()).isBetween(1, text.length() + 1);
        }
    }

    @Property
    void whatIsReadHasGoodNamesAndANormalPath(@ForAll("nearMisses") String text) {
        if (ReferenceParser.parse(text) instanceof References references) {
            assertThat(references.items()).isNotEmpty().allSatisfy(item -> {
                assertThat(item.reference().name()).matches("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
                assertThat(item.reference().path())
                        .isEqualTo(MountPath.normal(item.reference().path()))
                        .doesNotContain(":", ",", "..");
            });
        }
    }

    @Provide
    Arbitrary<List<Reference>> references() {
        return Combinators.combine(names().injectNull(0.5), names(), paths(), Arbitraries.of(AccessMode.class))
                .as((project, name, path, access) ->
                        new Reference(project, name, path.isEmpty() ? Reference.defaultPath(name) : path, access))
                .list()
                .ofMinSize(1)
                .ofMaxSize(ReferenceParser.MAX_REFERENCES);
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of(",", ", ", " ,", "\n,\t", " , \r\n ");
    }

    @Provide
    Arbitrary<String> nearMisses() {
        return Arbitraries.of("a", "b1", "-", "/", ":", ".", ",", " ", "\n", "ro", "rw", "/data", "A", "\uD83D", "é")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    private static Arbitrary<String> names() {
        Arbitrary<String> letter = Arbitraries.strings().withCharRange('a', 'z').ofLength(1);
        Arbitrary<String> middle = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars('-')
                .ofMaxLength(61);
        return Combinators.combine(letter, middle, letter).as((first, inner, last) -> first + inner + last);
    }

    private static Arbitrary<String> paths() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("-_.é".toCharArray())
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(part -> !part.matches("\\.\\.?"))
                .list()
                .ofMaxSize(4)
                .map(parts -> parts.stream().map(part -> "/" + part).collect(Collectors.joining()));
    }

    private static List<Item> items(Parsed parsed) {
        return ((References) parsed).items();
    }
}
