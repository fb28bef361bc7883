package dev.mooring.decision;

import java.util.List;

/** A piece of JSON, as far as patches need it. */
public sealed interface JsonValue {

    /** A string. */
    record Text(String value) implements JsonValue {}

    /** A whole number. */
    record Int(long value) implements JsonValue {}

    /** True or false. */
    record Flag(boolean value) implements JsonValue {
        /** The value {@code true}. */
        public static final Flag TRUE = new Flag(true);
        /** The value {@code false}. */
        public static final Flag FALSE = new Flag(false);
    }

    /** An array. */
    record Array(List<JsonValue> items) implements JsonValue {
        public Array {
            items = List.copyOf(items);
        }
    }

    /** An object; {@code members} are written in this order. */
    record Obj(List<Member> members) implements JsonValue {
        public Obj {
            members = List.copyOf(members);
        }
    }

    /** One name and value of an {@link Obj}. */
    record Member(String name, JsonValue value) {}
}
