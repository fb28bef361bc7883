package dev.mooring.decision;

/**
 * The full name of a data volume: its origin project and its own name.
 *
 * @param project the project whose namespace holds the data volume
 * @param name the data volume's name in that project
 */
public record DataVolumeId(String project, String name) implements Comparable<DataVolumeId> {

    /** Returns the spelling that every project can use as a reference: {@code vision/imagenet}. */
    @Override
    public String toString() {
        return project + "/" + name;
    }

    @Override
    public int compareTo(DataVolumeId other) {
        int byProject = project.compareTo(other.project);
        return byProject != 0 ? byProject : name.compareTo(other.name);
    }
}
