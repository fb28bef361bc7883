package dev.mooring.decision;

import dev.mooring.decision.Parsed.Failure;
import dev.mooring.decision.Parsed.Item;
import dev.mooring.decision.Parsed.References;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of references: {@code imagenet, vision/laion:/mnt/laion, scratch:/scratch:rw}.
 *
 * <p>One pass, without regular expressions: this runs for every pod that asks for data.
 */
public final class ReferenceParser {
    /** How many references one pod may have. */
    public static final int MAX_REFERENCES = 64;

    private static final String GRAMMAR = "a reference is [project/]name[:path][:ro|rw]";
    private static final int MAX_PATH_LENGTH = 1024;

    private final String text;
    private int at;
    private int end;
    private @Nullable Failure failure;

    private ReferenceParser(String text) {
        this.text = text;
    }

    /** Returns the references in {@code annotation}, or its first mistake. Never throws. */
    public static Parsed parse(String annotation) {
        return new ReferenceParser(annotation).references();
    }

    private Parsed references() {
        List<Item> found = new ArrayList<>();
        ListItems items = new ListItems(text);
        while (items.next()) {
            if (items.isEmpty()) {
                return fail(items.comma(), "an item of the list is empty; " + GRAMMAR);
            }
            if (found.size() == MAX_REFERENCES) {
                return fail(items.from(), "more than " + MAX_REFERENCES + " references; ask for fewer");
            }
            at = items.from();
            end = items.to();
            Reference reference = reference();
            if (failure != null) {
                return failure;
            }
            found.add(new Item(items.from() + 1, reference));
        }
        return new References(found);
    }

    private Reference reference() {
        String project = null;
        String name = name();
        if (failure == null && isAt('/')) {
            at++;
            project = name;
            name = name();
        }
        if (failure == null && isAt('/')) {
            fail(at, "a second \"/\" in the name; " + GRAMMAR);
        }
        return new Reference(project, name, pathOf(name), access());
    }

    private String name() {
        int start = at;
        while (at < end && ResourceName.isPart(text.charAt(at))) {
            at++;
        }
        if (at < end && !isAt('/') && !isAt(':')) {
            unexpected("names are made of a-z, 0-9 and \"-\"");
        } else if (at == start) {
            fail(at, "a name is missing; " + GRAMMAR);
        } else if (!ResourceName.isLetter(text.charAt(start))) {
            fail(start, "a name begins with a letter, a to z");
        } else if (at - start > ResourceName.MAX_LENGTH) {
            fail(start + ResourceName.MAX_LENGTH, "a name has at most " + ResourceName.MAX_LENGTH + " characters");
        } else if (text.charAt(at - 1) == '-') {
            fail(at - 1, "a name ends with a letter or a digit");
        }
        return text.substring(start, at);
    }

    private String pathOf(String name) {
        if (failure != null || at + 1 >= end || text.charAt(at + 1) != '/') {
            return Reference.defaultPath(name);
        }
        at++;
        int start = at;
        int segment = start + 1;
        while (failure == null && at < end && !isAt(':')) {
            if (at > start && isAt('/')) {
                checkSegment(segment);
                segment = at + 1;
            }
            checkPathCharacter();
        }
        if (failure == null && at - start > 1) {
            checkSegment(segment);
        }
        if (failure == null && at - start > MAX_PATH_LENGTH) {
            fail(start + MAX_PATH_LENGTH, "a path has at most " + MAX_PATH_LENGTH + " characters");
        }
        return text.substring(start, at);
    }

    /** Checks the path's segment from {@code start} to here: neither empty, which a closing slash is too, nor a dot. */
    private void checkSegment(int start) {
        int length = at - start;
        if (length == 0) {
            fail(Math.min(at, end - 1), "a path has no empty part and no closing \"/\"");
        } else if (text.startsWith(".", start) && (length == 1 || (length == 2 && text.charAt(start + 1) == '.'))) {
            fail(start, "a path has no part \".\" or \"..\"");
        }
    }

    private void checkPathCharacter() {
        int character = text.codePointAt(at);
        if (failure == null && !isPathCharacter(character)) {
            unexpected("a path is made of visible characters");
        }
        at += Character.charCount(character);
    }

    private static boolean isPathCharacter(int character) {
        if (character < 0x80) {
            return character > ' ' && character != 0x7f;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private AccessMode access() {
        if (failure != null || at == end) {
            return AccessMode.READ_ONLY;
        }
        at++;
        boolean writes = text.startsWith("rw", at);
        if (!writes && !text.startsWith("ro", at)) {
            fail(at, "\"ro\" or \"rw\" belongs here, or an absolute path before it; " + GRAMMAR);
        } else if (at + 2 < end) {
            at += 2;
            unexpected("nothing follows \"ro\" or \"rw\"; " + GRAMMAR);
        }
        return writes ? AccessMode.READ_WRITE : AccessMode.READ_ONLY;
    }

    private boolean isAt(char expected) {
        return at < end && text.charAt(at) == expected;
    }

    private void unexpected(String right) {
        if (ListItems.isBlank(text.charAt(at))) {
            fail(at, "a blank inside a reference; commas separate references");
        } else {
            fail(at, "unexpected " + Wording.character(text.codePointAt(at)) + "; " + right);
        }
    }

    private Failure fail(int index, String message) {
        Failure here = new Failure(index + 1, message);
        failure = here;
        return here;
    }
}
