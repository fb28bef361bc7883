package dev.mooring.testcluster.faults;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The last answer to each list that may be answered from memory, as bytes. */
final class ListMemory {
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

    /** Whether the client does not ask how old the answer is. */
    static boolean mayAnswer(ApiRequest request) {
        return request.verb() == ApiRequest.Verb.LIST
                && request.parameter("resourceVersion").equals("0");
    }

    void remember(ApiRequest request, byte[] answer) {
        answers.put(request.target(), answer);
    }

    Optional<byte[]> answerTo(ApiRequest request) {
        return Optional.ofNullable(answers.get(request.target()));
    }
}
