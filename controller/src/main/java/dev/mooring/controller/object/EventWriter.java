package dev.mooring.controller.object;

import dev.mooring.decision.Reason;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people about changes by Events.
 *
 * <p>An Event's name is made of what it says, so saying the same again while the first is kept is nothing new, after a
 * restart too. An Event that cannot be written is logged and forgotten: nothing depends on it.
 */
public final class EventWriter {
    private static final Logger LOG = LoggerFactory.getLogger(EventWriter.class);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String CONTROLLER = "mooring.dev/controller";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 1000;
    private static final int CONFLICT = 409;
    private static final String NAMESPACE_ENDING = "NamespaceTerminating";

    private final KubernetesClient client;
    private final String instance;
    private final InstantSource clock;

    /** Makes a writer for the process that calls itself {@code instance}. */
    public EventWriter(KubernetesClient client, String instance, InstantSource clock) {
        this.client = client;
        this.instance = instance;
        this.clock = clock;
    }

    /** Tells that {@code condition} of {@code about} changed. */
    void conditionChanged(HasMetadata about, Condition condition) {
        var bad = "False".equals(condition.getStatus());
        write(
                about,
                bad ? "Warning" : "Normal",
                condition.getReason(),
                condition.getMessage(),
                "Reconcile",
                condition.getLastTransitionTime());
    }

    /** Warns the users of {@code about}, once for each {@code note}. */
    public void warn(HasMetadata about, Reason reason, String action, String note) {
        write(about, "Warning", reason.label(), note, action, "");
    }

    private void write(HasMetadata about, String type, String reason, String note, String action, String occasion) {
        try {
            client.resource(event(about, type, reason, note, action, occasion)).create();
        } catch (KubernetesClientException e) {
            if (!isExpected(e)) {
                LOG.atWarn().addKeyValue("reason", reason).setCause(e).log("Event not written");
            }
        }
    }

    /** It was told already, or its namespace is being deleted and takes nothing new. */
    private static boolean isExpected(KubernetesClientException refusal) {
        return refusal.getCode() == CONFLICT || causes(refusal).anyMatch(NAMESPACE_ENDING::equals);
    }

    private static Stream<String> causes(KubernetesClientException refusal) {
        return Optional.ofNullable(refusal.getStatus()).map(Status::getDetails).map(StatusDetails::getCauses).stream()
                .flatMap(List::stream)
                .map(StatusCause::getReason);
    }

    private Event event(HasMetadata about, String type, String reason, String note, String action, String occasion) {
        var metadata = about.getMetadata();
        var said = String.join("\n", metadata.getUid(), reason, note, occasion);
        var digest = UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 13);
        return new EventBuilder()
                .withNewMetadata()
                .withNamespace(metadata.getNamespace())
                .withName(cut(metadata.getName(), LONGEST_NAME) + "." + digest)
                .endMetadata()
                .withEventTime(new MicroTime(MICROS.format(clock.instant())))
                .withType(type)
                .withReason(reason)
                .withAction(action)
                .withNote(cut(note, LONGEST_NOTE))
                .withReportingController(CONTROLLER)
                .withReportingInstance(instance)
                .withRegarding(new ObjectReferenceBuilder()
                        .withApiVersion(about.getApiVersion())
                        .withKind(about.getKind())
                        .withNamespace(metadata.getNamespace())
                        .withName(metadata.getName())
                        .withUid(metadata.getUid())
                        .build())
                .build();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
