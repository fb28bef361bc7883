package dev.mooring.controller.volume;

import static java.util.Comparator.comparingInt;

import dev.mooring.model.ConsumingProject;
import dev.mooring.model.DataVolumeStatus;
import java.util.List;
import java.util.Map;

/**
 * The projects whose pods use a data volume: some of them by name, however many there are.
 *
 * @param pods how many pods they have that use it, all together
 * @param most those with most of them, in this order
 * @param others how many more there are
 */
record ConsumingProjects(int pods, List<ConsumingProject> most, int others) {
    ConsumingProjects {
        most = List.copyOf(most);
    }

    /** Returns the projects of which {@code consumers} has the number of pods that use the data volume. */
    static ConsumingProjects of(Map<String, Integer> consumers) {
        var using = consumers.entrySet().stream()
                .filter(project -> project.getValue() > 0)
                .map(project -> new ConsumingProject(project.getKey(), project.getValue()))
                .sorted(comparingInt(ConsumingProject::consumers).reversed().thenComparing(ConsumingProject::project))
                .toList();
        var most = using.subList(0, Math.min(using.size(), DataVolumeStatus.MOST_CONSUMING_PROJECTS));
        return new ConsumingProjects(
                using.stream().mapToInt(ConsumingProject::consumers).sum(), most, using.size() - most.size());
    }
}
