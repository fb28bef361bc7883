package dev.mooring.controller.index;

import dev.mooring.controller.object.ObjectKey;
import dev.mooring.decision.AccessMode;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.MirrorClaimName;
import dev.mooring.decision.ShareFacts.DataVolumeTarget;
import dev.mooring.decision.ShareFacts.Target;
import dev.mooring.decision.Term;
import dev.mooring.decision.UsableVolume;
import dev.mooring.informers.GrantScope;
import dev.mooring.informers.ShareView;
import dev.mooring.model.Access;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeKind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says of a mirror in a project whether a grant covers it, by the code that answers admission requests too. */
public final class Coverage {
    private final ControllerView view;
    private final InstantSource clock;

    /** Answers by what {@code view} knows; {@code clock} says which terms are over. */
    public Coverage(ControllerView view, InstantSource clock) {
        this.view = view;
        this.clock = clock;
    }

    /** Returns what shares let the pods of {@code namespace} do with the data volume behind the mirror, or null. */
    public @Nullable UsableVolume granted(String namespace, MirrorClaimName name) {
        var usable = view.cluster().grantsOf(namespace).find(name.volume());
        return usable != null
                        && usable.origin() == UsableVolume.Origin.SHARED
                        && usable.allows(name.access(), clock.instant())
                ? usable
                : null;
    }

    /** Returns how long what is {@code granted} covers the mirror, or null if it has no end. */
    public @Nullable Duration left(UsableVolume granted, MirrorClaimName name) {
        var term = switch (name.access()) {
            case READ_ONLY -> granted.read().longer(granted.write());
            case READ_WRITE -> granted.write();
        };
        return term.equals(Term.UNLIMITED) ? null : Duration.between(clock.instant(), term.end());
    }

    /** Returns whether shares let pods use {@code mirror} at present. */
    public boolean isCovered(ObjectKey mirror) {
        var name = MirrorClaimName.parse(mirror.name());
        return name != null && granted(mirror.namespace(), name) != null;
    }

    /** Returns which of all data volumes that ever had the name it is, or null if there is none. */
    public @Nullable String dataVolumeUid(DataVolumeId volume) {
        return view.cluster().dataVolume(volume.project(), volume.name()) instanceof DataVolumeTarget.Found found
                ? found.uid()
                : null;
    }

    /**
     * Returns what the shares that cover the mirror say about its consumers, {@code Evict} if one of them does. Once none
     * covers it, those say it that are just being deleted; empty if there is none.
     *
     * @param dataVolumeUid of which data volume the mirror is; null for the one that has the name now
     */
    public Optional<RevokeMode> onRevoke(String namespace, MirrorClaimName name, @Nullable String dataVolumeUid) {
        var uid = dataVolumeUid == null ? dataVolumeUid(name.volume()) : dataVolumeUid;
        var scopes = scopesOf(namespace);
        var shares = view.indexes().sharesByVolume().with(name.volume()).stream()
                .filter(share -> uid != null && uid.equals(share.dataVolumeUid()))
                .filter(share -> scopes.contains(share.scope()))
                .filter(share -> allows(share, name.access()))
                .filter(share -> share.expiry() == null || clock.instant().isBefore(share.expiry()))
                .toList();
        return strictest(shares, share -> !share.deleting()).or(() -> strictest(shares, ShareView::deleting));
    }

    private static Optional<RevokeMode> strictest(List<ShareView> shares, Predicate<ShareView> which) {
        return shares.stream()
                .filter(which)
                .map(ShareView::onRevoke)
                .reduce((one, other) -> one == RevokeMode.EVICT ? one : other);
    }

    /** Returns whether {@code share} lets those whom it reaches have this access. */
    public static boolean allows(ShareView share, AccessMode access) {
        return switch (access) {
            case READ_ONLY -> true;
            case READ_WRITE -> share.access() == Access.READ_WRITE;
        };
    }

    /** Returns the scopes that contain the project of {@code namespace}. */
    public Set<GrantScope.SharedWith> scopesOf(String namespace) {
        var scopes = new HashSet<GrantScope.SharedWith>();
        for (var project : view.indexes().projectsByName().with(namespace)) {
            if (project.namespaceUid() != null) {
                scopes.add(new GrantScope.SharedWith(ScopeKind.PROJECT, project.namespaceUid()));
            }
            for (var department : view.indexes().departmentsByNamespace().with(project.departmentNamespace())) {
                if (department.scope() != null) {
                    scopes.add(new GrantScope.SharedWith(
                            ScopeKind.DEPARTMENT, department.scope().uid()));
                }
            }
        }
        if (view.cluster().scope(ScopeKind.CLUSTER, null) instanceof Target.Found cluster) {
            scopes.add(new GrantScope.SharedWith(ScopeKind.CLUSTER, cluster.uid()));
        }
        return scopes;
    }
}
