package dev.mooring.webhook.review;

import dev.mooring.decision.ContainerFacts;
import dev.mooring.decision.MountFacts;
import dev.mooring.decision.StorageSource;
import dev.mooring.decision.VolumeFacts;
import dev.mooring.decision.VolumeFacts.ClaimSource;
import dev.mooring.decision.VolumeFacts.InlineSource;
import dev.mooring.decision.VolumeFacts.OtherSource;
import dev.mooring.decision.VolumeFacts.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the volumes and containers of a pod. */
final class PodReader {
    private final JsonInput in;
    private final StorageReader storages;

    PodReader(JsonInput in, StorageReader storages) {
        this.in = in;
        this.storages = storages;
    }

    @Nullable
    List<VolumeFacts> readVolumes() throws IOException {
        if (!in.enterList()) {
            return null;
        }
        List<VolumeFacts> volumes = new ArrayList<>(JsonInput.FEW);
        while (in.nextItem()) {
            volumes.add(readVolume());
        }
        return volumes;
    }

    List<ContainerFacts> readContainers(ContainerFacts.Kind kind) throws IOException {
        if (!in.enterList()) {
            return List.of();
        }
        List<ContainerFacts> containers = new ArrayList<>(JsonInput.FEW);
        for (int index = 0; in.nextItem(); index++) {
            containers.add(readContainer(kind, index));
        }
        return containers;
    }

    private VolumeFacts readVolume() throws IOException {
        String name = "";
        Source source = OtherSource.INSTANCE;
        if (in.enterObject()) {
            for (String key = in.nextName(); key != null; key = in.nextName()) {
                switch (key) {
                    case "name" -> name = in.textOrEmpty();
                    case "persistentVolumeClaim" -> source = readClaim();
                    case "nfs", "csi", "hostPath", "cephfs", "iscsi", "rbd", "azureFile", "flexVolume" ->
                        source = readStorage(key);
                    default -> in.skip();
                }
            }
        }
        return new VolumeFacts(name, source);
    }

    private Source readStorage(String kind) throws IOException {
        StorageSource storage = storages.read(kind);
        return storage == null ? OtherSource.INSTANCE : new InlineSource(storage);
    }

    private Source readClaim() throws IOException {
        if (!in.enterObject()) {
            return OtherSource.INSTANCE;
        }
        String claimName = "";
        Boolean readOnly = null;
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            switch (key) {
                case "claimName" -> claimName = in.textOrEmpty();
                case "readOnly" -> readOnly = in.flag();
                default -> in.skip();
            }
        }
        return new ClaimSource(claimName, readOnly);
    }

    private ContainerFacts readContainer(ContainerFacts.Kind kind, int index) throws IOException {
        String name = "";
        List<MountFacts> mounts = null;
        List<String> devices = List.of();
        if (in.enterObject()) {
            for (String key = in.nextName(); key != null; key = in.nextName()) {
                switch (key) {
                    case "name" -> name = in.textOrEmpty();
                    case "volumeMounts" -> mounts = readMounts();
                    case "volumeDevices" -> devices = readDevices();
                    default -> in.skip();
                }
            }
        }
        return new ContainerFacts(kind, index, name, mounts, devices);
    }

    private @Nullable List<MountFacts> readMounts() throws IOException {
        if (!in.enterList()) {
            return null;
        }
        List<MountFacts> mounts = new ArrayList<>(JsonInput.FEW);
        while (in.nextItem()) {
            mounts.add(readMount());
        }
        return mounts;
    }

    private MountFacts readMount() throws IOException {
        String name = "";
        String path = null;
        Boolean readOnly = null;
        String recursiveReadOnly = null;
        String propagation = null;
        boolean subPathExpr = false;
        if (in.enterObject()) {
            for (String key = in.nextName(); key != null; key = in.nextName()) {
                switch (key) {
                    case "name" -> name = in.textOrEmpty();
                    case "mountPath" -> path = in.text();
                    case "readOnly" -> readOnly = in.flag();
                    case "recursiveReadOnly" -> recursiveReadOnly = in.text();
                    case "mountPropagation" -> propagation = in.text();
                    case "subPathExpr" -> subPathExpr = in.present();
                    default -> in.skip();
                }
            }
        }
        return new MountFacts(name, path, readOnly, recursiveReadOnly, propagation, subPathExpr);
    }

    private List<String> readDevices() throws IOException {
        if (!in.enterList()) {
            return List.of();
        }
        List<String> devices = new ArrayList<>(JsonInput.FEW);
        while (in.nextItem()) {
            devices.add(readDevice());
        }
        return devices;
    }

    private String readDevice() throws IOException {
        String name = "";
        if (in.enterObject()) {
            for (String key = in.nextName(); key != null; key = in.nextName()) {
                switch (key) {
                    case "name" -> name = in.textOrEmpty();
                    default -> in.skip();
                }
            }
        }
        return name;
    }
}
