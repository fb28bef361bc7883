package dev.mooring.informers;

import java.util.Optional;

/** Finds data volumes by the project that owns them. */
final class DataVolumesByProject extends Index<String, DataVolumeView> {
    DataVolumesByProject() {
        super(DataVolumeView::namespace);
    }

    /** Returns the data volume of this name in {@code project}. */
    Optional<DataVolumeView> find(String project, String name) {
        return keyed(project, project + "/" + name);
    }
}
