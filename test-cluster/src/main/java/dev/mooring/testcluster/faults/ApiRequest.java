package dev.mooring.testcluster.faults;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a client asks of the API server.
 *
 * @param verb what it wants to do
 * @param resource plural, such as {@code pods}; empty where the request is about none
 * @param target the path and the query as they came
 */
public record ApiRequest(Verb verb, String resource, String target) {
    /** What a client wants to do. */
    public enum Verb {
        /** Read one object. */
        GET,
        /** Read all objects. */
        LIST,
        /** Be told of changes. */
        WATCH,
        /** Change something. */
        WRITE
    }

    /** Reads a request line's method and target. */
    public static ApiRequest of(String method, String target) {
        List<String> path = afterVersion(target.split("\\?", 2)[0]);
        boolean inNamespace = path.size() > 2 && path.getFirst().equals("namespaces");
        List<String> object = inNamespace ? path.subList(2, path.size()) : path;
        String resource = object.isEmpty() ? "" : object.getFirst();
        return new ApiRequest(verb(method, query(target), object.size()), resource, target);
    }

    /** Returns a parameter of the query, empty if it is not there. */
    public String parameter(String name) {
        return query(target).getOrDefault(name, "");
    }

    private static Verb verb(String method, Map<String, String> query, int pathLength) {
        if (!method.equals("GET")) {
            return Verb.WRITE;
        }
        String watch = query.getOrDefault("watch", "");
        if (watch.equals("true") || watch.equals("1")) {
            return Verb.WATCH;
        }
        return pathLength == 1 ? Verb.LIST : Verb.GET;
    }

    /** Returns what follows {@code /api/v1} or {@code /apis/<group>/<version>}. */
    private static List<String> afterVersion(String path) {
        List<String> parts =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        int version = parts.isEmpty() ? 0 : parts.getFirst().equals("api") ? 2 : 3;
        return parts.size() <= version ? List.of() : parts.subList(version, parts.size());
    }

    private static Map<String, String> query(String target) {
        int mark = target.indexOf('?');
        return mark < 0
                ? Map.of()
                : Arrays.stream(target.substring(mark + 1).split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> pair[0], pair -> pair.length < 2 ? "" : decoded(pair[1]), (one, two) -> two));
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
