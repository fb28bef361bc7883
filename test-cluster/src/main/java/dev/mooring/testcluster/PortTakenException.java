package dev.mooring.testcluster;

/** Somebody else took a port between its choice and its use. */
final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTakenException(String message) {
        super(message);
    }
}
