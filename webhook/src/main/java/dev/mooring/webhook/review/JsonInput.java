package dev.mooring.webhook.review;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document read once, front to back: what is not asked for is skipped without being built.
 *
 * <p>Two kinds of wrong: what is not JSON, or names a key twice, or holds broken text, ends the reading with an
 * exception; a value of the wrong shape is skipped, and the first such is kept as {@link #defect}.
 */
final class JsonInput {
    /** How many items a list is expected to have. */
    static final int FEW = 4;

    private final JsonParser parser;
    private final ObjectNames names = new ObjectNames();
    private @Nullable Defect defect;

    /** A value whose shape is not the one that its place asks for. */
    record Defect(String pointer, String expected) {
        @Override
        public String toString() {
            return pointer + " must be " + expected;
        }
    }

    JsonInput(JsonParser parser) {
        this.parser = parser;
    }

    /** The first value of a wrong shape, if there was one. */
    @Nullable
    Defect defect() {
        return defect;
    }

    /** Moves to the document's one value. */
    void begin() throws IOException {
        if (parser.nextToken() == null) {
            throw new JsonParseException(parser, "the body is empty");
        }
    }

    /** Asks that nothing follows the document's value. */
    void end() throws IOException {
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "something follows the document");
        }
    }

    /** Enters the object at this place; false, and past it, if there is none. */
    boolean enterObject() throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            names.open();
            return true;
        }
        return absent("an object");
    }

    /** The next key of the object entered last, standing at its value; null, and outside, at its end. */
    @Nullable
    String nextName() throws IOException {
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            names.close();
            return null;
        }
        String name = parser.currentName();
        note(name);
        parser.nextToken();
        return name;
    }

    /** Enters the list at this place; false, and past it, if there is none. */
    boolean enterList() throws IOException {
        return parser.currentToken() == JsonToken.START_ARRAY || absent("a list");
    }

    /** Moves to the next item of the list entered last; false, and outside, at its end. */
    boolean nextItem() throws IOException {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    /** The text at this place, or null if there is none. */
    @Nullable
    String text() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            checkPairs(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            return parser.getText();
        }
        absent("a string");
        return null;
    }

    /** The text at this place, or the empty one if there is none. */
    String textOrEmpty() throws IOException {
        String text = text();
        return text == null ? "" : text;
    }

    /** The text at this place, or the number as it is written, or null if there is neither. */
    @Nullable
    String textOrNumber() throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? parser.getText() : text();
    }

    /** The flag at this place, or null if there is none. */
    @Nullable
    Boolean flag() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> {
                absent("true or false");
                yield null;
            }
        };
    }

    /** Whether something other than null stands at this place; moves past it. */
    boolean present() throws IOException {
        boolean present = parser.currentToken() != JsonToken.VALUE_NULL;
        skip();
        return present;
    }

    /** Moves past the value at this place, whatever it is; its keys are still looked at for one that comes twice. */
    void skip() throws IOException {
        int open = 0;
        JsonToken token = parser.currentToken();
        while (true) {
            switch (token) {
                case START_OBJECT -> {
                    names.open();
                    open++;
                }
                case END_OBJECT -> {
                    names.close();
                    open--;
                }
                case START_ARRAY -> open++;
                case END_ARRAY -> open--;
                case FIELD_NAME -> note(parser.currentName());
                default -> {}
            }
            if (open == 0) {
                return;
            }
            token = parser.nextToken();
        }
    }

    private boolean absent(String expected) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            if (defect == null) {
                defect = new Defect(parser.getParsingContext().pathAsPointer().toString(), expected);
            }
            skip();
        }
        return false;
    }

    private void note(String name) throws IOException {
        if (!names.add(name)) {
            throw new JsonParseException(parser, "the key \"" + name + "\" comes twice in one object");
        }
    }

    /** Escapes can spell half of a surrogate pair, which is no text and cannot be written again. */
    private void checkPairs(char[] text, int from, int length) throws IOException {
        int end = from + length;
        for (int i = from; i < end; i++) {
            if (Character.isSurrogate(text[i])) {
                if (i + 1 == end || !Character.isSurrogatePair(text[i], text[i + 1])) {
                    throw new JsonParseException(parser, "a string holds half of a surrogate pair");
                }
                i++;
            }
        }
    }
}
