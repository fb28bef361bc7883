package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Parsed.Failure;
import dev.mooring.decision.Parsed.Item;
import dev.mooring.decision.Parsed.References;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceParserTest {

    @Test
    void readsABareName() {
        assertThat(only("imagenet")).isEqualTo(new Reference(null, "imagenet", "/data/imagenet", AccessMode.READ_ONLY));
    }

    @Test
    void readsAllParts() {
        assertThat(only("vision/laion:/mnt/laion:rw"))
                .isEqualTo(new Reference("vision", "laion", "/mnt/laion", AccessMode.READ_WRITE));
    }

    @Test
    void readsAccessWithoutPath() {
        assertThat(only("imagenet:rw"))
                .isEqualTo(new Reference(null, "imagenet", "/data/imagenet", AccessMode.READ_WRITE));
    }

    @Test
    void readsTheAccessThatGoesWithoutSaying() {
        assertThat(only("imagenet:ro")).isEqualTo(only("imagenet"));
    }

    @Test
    void readsThePathAsWritten() {
        assertThat(only("a:/Mnt/über/.x/..y/a b".replace(" ", "_")).path()).isEqualTo("/Mnt/über/.x/..y/a_b");
    }

    @Test
    void readsListsAcrossBlanksAndLines() {
        assertThat(ReferenceParser.parse(" imagenet ,\n\tvision/laion:/mnt/laion\r\n, scratch:rw "))
                .isEqualTo(new References(List.of(
                        new Item(2, only("imagenet")),
                        new Item(14, only("vision/laion:/mnt/laion")),
                        new Item(41, only("scratch:rw")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a1", "a-b", "abc-9"})
    void takesNamesOfResources(String name) {
        assertThat(only(name).name()).isEqualTo(name);
    }

    @Test
    void takesTheLongestName() {
        assertThat(only("a".repeat(63)).name()).hasSize(63);
    }

    @Test
    void takesSixtyFourReferences() {
        assertThat(ReferenceParser.parse(String.join(",", Collections.nCopies(64, "a"))))
                .isInstanceOf(References.class);
    }

    @Test
    void refusesTheSixtyFifthReference() {
        assertThat(ReferenceParser.parse(String.join(",", Collections.nCopies(65, "a"))))
                .isEqualTo(new Failure(129, "more than 64 references; ask for fewer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a,,b | 3",
                "a, | 3",
                ",a | 1",
            })
    void refusesEmptyItems(String text, int column) {
        assertThat(ReferenceParser.parse(text))
                .isEqualTo(new Failure(
                        column, "an item of the list is empty; a reference is [project/]name[:path][:ro|rw]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void refusesAListOfNothing(String text) {
        assertThat(ReferenceParser.parse(text))
                .isEqualTo(new Failure(
                        text.length() + 1,
                        "an item of the list is empty; a reference is [project/]name[:path][:ro|rw]"));
    }

    @ParameterizedTest
    @CsvSource({
        "Imagenet,           1, 'unexpected \"I\"; names are made of a-z, 0-9 and \"-\"'",
        "imageNet,           6, 'unexpected \"N\"; names are made of a-z, 0-9 and \"-\"'",
        "im.net,             3, 'unexpected \".\"; names are made of a-z, 0-9 and \"-\"'",
        "imаgenet,           3, 'unexpected character U+0430; names are made of a-z, 0-9 and \"-\"'",
        "9net,               1, 'a name begins with a letter, a to z'",
        "-net,               1, 'a name begins with a letter, a to z'",
        "net-,               4, 'a name ends with a letter or a digit'",
        "net-:rw,            4, 'a name ends with a letter or a digit'",
        "vision-/net,        7, 'a name ends with a letter or a digit'",
        "vision/Net,         8, 'unexpected \"N\"; names are made of a-z, 0-9 and \"-\"'",
        "image net,          6, 'a blank inside a reference; commas separate references'",
        "a :rw,              2, 'a blank inside a reference; commas separate references'",
        "a:/x y,             5, 'a blank inside a reference; commas separate references'",
        "a:/x:rw b,          8, 'a blank inside a reference; commas separate references'",
        "a:/x/../y,          6, 'a path has no part \".\" or \"..\"'",
        "a:/..,              4, 'a path has no part \".\" or \"..\"'",
        "a:/./y,             4, 'a path has no part \".\" or \"..\"'",
        "a:/x/.,             6, 'a path has no part \".\" or \"..\"'",
        "a:/x//y,            6, 'a path has no empty part and no closing \"/\"'",
        "a://x,              4, 'a path has no empty part and no closing \"/\"'",
        "a:/x/,              5, 'a path has no empty part and no closing \"/\"'",
        "a:/x/:rw,           6, 'a path has no empty part and no closing \"/\"'",
    })
    void pointsAtTheMistake(String text, int column, String message) {
        assertThat(ReferenceParser.parse(text)).isEqualTo(new Failure(column, message));
    }

    @ParameterizedTest
    @CsvSource({
        "/net,        1, a name is missing",
        "vision/,     8, a name is missing",
        ":/x,         1, a name is missing",
        "a/b/c,       4, 'a second \"/\" in the name'",
        "a:,          3, '\"ro\" or \"rw\" belongs here, or an absolute path before it'",
        "a::rw,       3, '\"ro\" or \"rw\" belongs here, or an absolute path before it'",
        "a:data,      3, '\"ro\" or \"rw\" belongs here, or an absolute path before it'",
        "a:RW,        3, '\"ro\" or \"rw\" belongs here, or an absolute path before it'",
        "a:/x:,       6, '\"ro\" or \"rw\" belongs here, or an absolute path before it'",
        "a:/x:/y,     6, '\"ro\" or \"rw\" belongs here, or an absolute path before it'",
        "a:rw:/x,     5, 'unexpected \":\"; nothing follows \"ro\" or \"rw\"'",
        "a:row,       5, 'unexpected \"w\"; nothing follows \"ro\" or \"rw\"'",
    })
    void tellsTheGrammarWhereAPartIsWrong(String text, int column, String message) {
        assertThat(ReferenceParser.parse(text))
                .isEqualTo(new Failure(column, message + "; a reference is [project/]name[:path][:ro|rw]"));
    }

    @Test
    void refusesNamesThatAreTooLong() {
        assertThat(ReferenceParser.parse("vision/" + "a".repeat(64)))
                .isEqualTo(new Failure(71, "a name has at most 63 characters"));
    }

    @Test
    void refusesPathsThatAreTooLong() {
        assertThat(only("a:/" + "x".repeat(1023)).path()).hasSize(1024);
        assertThat(ReferenceParser.parse("a:/" + "x".repeat(1024)))
                .isEqualTo(new Failure(1027, "a path has at most 1024 characters"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 0x7f, 0x85, 0xa0, 0xad, 0x200b, 0x202e, 0x2028, 0x3000, 0xd800, 0xdc00, 0xfffe, 0xe000})
    void refusesCharactersThatCannotBeSeen(int character) {
        assertThat(ReferenceParser.parse("a:/x" + Character.toString(character) + "y"))
                .isEqualTo(new Failure(
                        5, "unexpected character U+%04X; a path is made of visible characters".formatted(character)));
    }

    private static Reference only(String text) {
        assertThat(ReferenceParser.parse(text)).isInstanceOf(References.class);
        return ((References) ReferenceParser.parse(text)).items().getFirst().reference();
    }
}
