package dev.mooring.launcher.revocation.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What one write made of an object.
 *
 * @param uid the object's
 * @param order grows from version to version of an object
 * @param earliest the write was not committed before
 * @param latest the write was committed by then
 * @param object what it looked like
 * @param isOver whether it was being deleted, or gone
 * @param isCreation whether this write made the object
 */
record Version(
        String uid, long order, Instant earliest, Instant latest, JsonNode object, boolean isOver, boolean isCreation) {
    String text(String pointer) {
        return object.at(pointer).asText();
    }

    /**
     * Returns the same, perhaps committed as early as its object says that it was made, to the second, unless it is known which
     * request made it.
     */
    Version sinceMade() {
        String made = text("/metadata/creationTimestamp");
        return isCreation || made.isEmpty()
                ? this
                : new Version(
                        uid, order, Times.earlier(earliest, Instant.parse(made)), latest, object, isOver, isCreation);
    }
}
