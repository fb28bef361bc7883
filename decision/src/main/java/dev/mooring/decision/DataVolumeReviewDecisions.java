package dev.mooring.decision;

import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Deny;
import dev.mooring.decision.Decision.Plan;
import dev.mooring.decision.JsonValue.Array;
import dev.mooring.decision.JsonValue.Flag;
import dev.mooring.decision.JsonValue.Int;
import dev.mooring.decision.JsonValue.Obj;
import dev.mooring.decision.JsonValue.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about data volumes: what can be used here, whether a pod would be let in, who may use a data volume.
 *
 * <p>What is answered about a pod is what {@link PodDecisions} says of it; what may be used is read from the same grants.
 */
public final class DataVolumeReviewDecisions {
    /** How many data volumes, or projects, an answer names; the others are counted. An answer stays below 100 KiB so. */
    static final int NAMED = 500;

    private DataVolumeReviewDecisions() {}

    /**
     * Returns the answer as the review's status, or the denial where nobody can tell at present.
     *
     * @param grants what the namespace that asks may use
     * @param grantsOf what another namespace may use
     */
    public static Decision answer(DataVolumeReviewFacts asked, Grants grants, Function<String, Grants> grantsOf) {
        if (!grants.outOfDate().isEmpty()) {
            return ViewIsRecent.tooOld("review in namespace \"" + asked.namespace() + "\"", grants);
        }
        @Nullable Decision ofTemplate = asked.template() == null ? null : decide(asked.template(), grants);
        if (ofTemplate instanceof Deny denied && denied.reason() == DenyReason.SUBMITTER_UNKNOWN) {
            return denied;
        }
        var status = new Members();
        Text message = message(asked, grants);
        status.put("message", message);
        List<UsableVolume> usable = readable(grants.all(), asked.now());
        status.put("usable", first(usable, volume -> usable(volume, asked.now())));
        status.put("usableOmitted", omitted(usable));
        if (ofTemplate != null) {
            status.put("pod", verdict(ofTemplate));
        }
        if (asked.dataVolume() != null) {
            List<User> users = message != null
                    ? List.of()
                    : users(asked, new DataVolumeId(asked.namespace(), asked.dataVolume()), grantsOf);
            status.put("users", first(users, user -> user(user, asked.now())));
            status.put("usersOmitted", omitted(users));
        }
        return new Plan(List.of(new PatchOperation("/status", status.toObj())), List.of(), List.of());
    }

    private static @Nullable Text message(DataVolumeReviewFacts asked, Grants grants) {
        if (!grants.project()) {
            return new Text("namespace \"" + asked.namespace() + "\" is no project's, so nothing can be used in it");
        }
        if (asked.dataVolume() != null
                && grants.find(new DataVolumeId(asked.namespace(), asked.dataVolume())) == null) {
            return new Text("project \"" + asked.namespace() + "\" has no data volume \"" + asked.dataVolume() + "\"");
        }
        return null;
    }

    private static List<UsableVolume> readable(List<UsableVolume> volumes, Instant now) {
        return volumes.stream()
                .filter(volume -> volume.allows(AccessMode.READ_ONLY, now))
                .toList();
    }

    private static Obj usable(UsableVolume volume, Instant now) {
        var item = new Members();
        item.put("dataVolume", new Text(volume.id().toString()));
        describe(item, volume, now);
        item.put("ready", volume.state() instanceof VolumeState.NotReady ? Flag.FALSE : Flag.TRUE);
        item.put(
                "message",
                volume.state().why().isEmpty() ? null : new Text(volume.state().why()));
        return item.toObj();
    }

    /** A project and what it may do with the data volume in question. */
    private record User(String project, UsableVolume granted) {}

    private static List<User> users(
            DataVolumeReviewFacts asked, DataVolumeId volume, Function<String, Grants> grantsOf) {
        List<User> users = new ArrayList<>();
        for (String project : asked.projects().stream().sorted().toList()) {
            UsableVolume granted = grantsOf.apply(project).find(volume);
            if (granted != null
                    && granted.origin() == UsableVolume.Origin.SHARED
                    && granted.allows(AccessMode.READ_ONLY, asked.now())) {
                users.add(new User(project, granted));
            }
        }
        return users;
    }

    private static Obj user(User user, Instant now) {
        var item = new Members();
        item.put("project", new Text(user.project()));
        describe(item, user.granted(), now);
        return item.toObj();
    }

    /** How far the grant goes, and until when; what has no end is left out. */
    private static void describe(Members item, UsableVolume volume, Instant now) {
        boolean writes = volume.allows(AccessMode.READ_WRITE, now) && canBeWritten(volume);
        item.put("access", new Text(writes ? "ReadWrite" : "ReadOnly"));
        item.put("readableUntil", end(volume.read().longer(volume.write())));
        if (writes) {
            item.put("writableUntil", end(volume.write()));
        }
    }

    private static boolean canBeWritten(UsableVolume volume) {
        return volume.origin() == UsableVolume.Origin.OWN || !(volume.state() instanceof VolumeState.ReadOnly);
    }

    private static @Nullable Text end(Term term) {
        return term.equals(Term.UNLIMITED) ? null : new Text(term.end().toString());
    }

    private static Obj verdict(Decision decision) {
        var verdict = new Members();
        switch (decision) {
            case Deny denied -> {
                verdict.put("allowed", Flag.FALSE);
                verdict.put("reason", new Text(denied.reason().label()));
                verdict.put("message", new Text(denied.message()));
            }
            case Allow allowed -> {
                verdict.put("allowed", Flag.TRUE);
                verdict.put("warnings", texts(allowed.warnings()));
            }
            case Plan plan -> throw new IllegalStateException("a template is judged and not changed: " + plan);
        }
        return verdict.toObj();
    }

    /** Storage that pods name themselves is judged in projects only, unless they ask for data as well. */
    private static Decision decide(PodFacts template, Grants grants) {
        return grants.project() || PodDecisions.asksForAnything(template)
                ? PodDecisions.early(new WorkloadFacts(Requests.NONE, template), null, grants)
                : Allow.NOTHING;
    }

    private static Array texts(List<String> texts) {
        return new Array(texts.stream().<JsonValue>map(Text::new).toList());
    }

    private static <T> Array first(List<T> all, Function<T, Obj> item) {
        return new Array(all.stream().limit(NAMED).<JsonValue>map(item).toList());
    }

    private static @Nullable Int omitted(List<?> all) {
        return all.size() > NAMED ? new Int(all.size() - NAMED) : null;
    }

    /** The members of an object that is being made; what is null is left out. */
    private static final class Members {
        private final List<JsonValue.Member> members = new ArrayList<>();

        void put(String name, @Nullable JsonValue value) {
            if (value != null) {
                members.add(new JsonValue.Member(name, value));
            }
        }

        Obj toObj() {
            return new Obj(members);
        }
    }
}
