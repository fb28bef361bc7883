package dev.mooring.webhook.review;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the review itself and its request; {@link ObjectReader} reads the objects in it. */
final class EnvelopeReader {
    private static final String API_VERSION = "admission.k8s.io/v1";
    private static final String KIND = "AdmissionReview";
    private static final ResourceName NO_RESOURCE = new ResourceName("", "", "");
    private static final ObjectKind NO_KIND = new ObjectKind("", "", "");
    private static final Requester NOBODY = new Requester("", Set.of());
    private static final String CONTROLLER = "system:serviceaccount:kube-system:";
    private static final int LONGEST_UID = 256;

    private final JsonInput in;
    private final ObjectReader objects;

    private String apiVersion = "";
    private String kind = "";
    private boolean request;
    private String uid = "";
    private ResourceName resource = NO_RESOURCE;
    private ObjectKind kindOfObject = NO_KIND;
    private String subResource = "";
    private String operation = "";
    private String namespace = "";
    private String name = "";
    private Requester requester = NOBODY;
    private boolean dryRun;
    private @Nullable ReviewedObject object;
    private @Nullable ReviewedObject oldObject;

    EnvelopeReader(JsonInput in) {
        this.in = in;
        this.objects = new ObjectReader(in);
    }

    /** Reads the whole document. */
    Reading read() throws IOException {
        in.begin();
        if (in.enterObject()) {
            readReview();
        }
        in.end();
        return complaint().<Reading>map(Reading.Unreadable::new).orElseGet(() -> new Reading.Understood(asRequest()));
    }

    private void readReview() throws IOException {
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            switch (key) {
                case "apiVersion" -> apiVersion = in.textOrEmpty();
                case "kind" -> kind = in.textOrEmpty();
                case "request" -> readRequest();
                default -> in.skip();
            }
        }
    }

    private void readRequest() throws IOException {
        request = in.enterObject();
        if (!request) {
            return;
        }
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            switch (key) {
                case "uid" -> uid = in.textOrEmpty();
                case "kind" -> kindOfObject = readKind();
                case "resource" -> resource = readResource();
                case "subResource" -> subResource = in.textOrEmpty();
                case "operation" -> operation = in.textOrEmpty();
                case "namespace" -> namespace = in.textOrEmpty();
                case "name" -> name = in.textOrEmpty();
                case "userInfo" -> requester = readRequester();
                case "dryRun" -> dryRun = Boolean.TRUE.equals(in.flag());
                case "object" -> object = objects.read();
                case "oldObject" -> oldObject = objects.read();
                default -> in.skip();
            }
        }
    }

    private ObjectKind readKind() throws IOException {
        ResourceName parts = readParts("kind");
        return new ObjectKind(parts.group(), parts.version(), parts.resource());
    }

    private ResourceName readResource() throws IOException {
        return readParts("resource");
    }

    /** Group, version, and what the key {@code last} says. */
    private ResourceName readParts(String last) throws IOException {
        String group = "";
        String version = "";
        String resource = "";
        if (in.enterObject()) {
            for (String key = in.nextName(); key != null; key = in.nextName()) {
                if (key.equals("group")) {
                    group = in.textOrEmpty();
                } else if (key.equals("version")) {
                    version = in.textOrEmpty();
                } else if (key.equals(last)) {
                    resource = in.textOrEmpty();
                } else {
                    in.skip();
                }
            }
        }
        return new ResourceName(group, version, resource);
    }

    private Requester readRequester() throws IOException {
        String username = "";
        Set<String> groups = Set.of();
        if (in.enterObject()) {
            for (String key = in.nextName(); key != null; key = in.nextName()) {
                switch (key) {
                    case "username" -> username = in.textOrEmpty();
                    case "groups" -> groups = readGroupsOf(username);
                    default -> in.skip();
                }
            }
        }
        return new Requester(username, username.startsWith(CONTROLLER) ? Set.of() : groups);
    }

    /** Most pods come from the controllers of kube-system, and nobody asks for their groups: those are not kept. */
    private Set<String> readGroupsOf(String username) throws IOException {
        if (username.startsWith(CONTROLLER)) {
            in.skip();
            return Set.of();
        }
        Set<String> groups = new HashSet<>();
        if (in.enterList()) {
            while (in.nextItem()) {
                groups.add(in.textOrEmpty());
            }
        }
        return groups;
    }

    private Optional<String> complaint() {
        if (!apiVersion.equals(API_VERSION) || !kind.equals(KIND)) {
            return Optional.of("the body is not a " + API_VERSION + " " + KIND);
        }
        if (!request) {
            return Optional.of("the AdmissionReview has no request");
        }
        if (uid.isEmpty() || uid.length() > LONGEST_UID) {
            return Optional.of("request.uid must have 1 to " + LONGEST_UID + " characters");
        }
        if (Operation.of(operation).isEmpty()) {
            return Optional.of("request.operation must be CREATE, UPDATE, DELETE or CONNECT");
        }
        return Optional.empty();
    }

    private AdmissionRequest asRequest() {
        var defect = in.defect();
        return new AdmissionRequest(
                uid,
                resource.sub(subResource),
                kindOfObject,
                Operation.of(operation).orElseThrow(),
                namespace,
                name,
                requester,
                dryRun,
                object,
                oldObject,
                defect == null ? null : defect.toString());
    }
}
