package dev.mooring.webhook.review;

import java.util.Optional;

/** What is being done to the object under review. */
public enum Operation {
    CREATE,
    UPDATE,
    DELETE,
    CONNECT;

    /** The operation of that spelling. */
    static Optional<Operation> of(String spelling) {
        return switch (spelling) {
            case "CREATE" -> Optional.of(CREATE);
            case "UPDATE" -> Optional.of(UPDATE);
            case "DELETE" -> Optional.of(DELETE);
            case "CONNECT" -> Optional.of(CONNECT);
            default -> Optional.empty();
        };
    }
}
