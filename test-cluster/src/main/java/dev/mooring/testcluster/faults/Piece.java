package dev.mooring.testcluster.faults;

/** What comes over a watch as one: an event, or something that belongs to the protocol. */
final class Piece {
    private final boolean isEvent;
    private final byte[] bytes;

    private Piece(boolean isEvent, byte[] bytes) {
        this.isEvent = isEvent;
        this.bytes = bytes;
    }

    /** Returns an event. */
    static Piece event(byte[] json) {
        return new Piece(true, json);
    }

    /** Returns anything else, as it goes over the wire. */
    static Piece protocol(byte[] bytes) {
        return new Piece(false, bytes);
    }

    boolean isEvent() {
        return isEvent;
    }

    /** Returns an event's JSON, else what goes over the wire. The caller changes nothing in it. */
    byte[] bytes() {
        return bytes;
    }
}
