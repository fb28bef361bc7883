package dev.mooring.launcher.revocation.history;

/**
 * Who wants which data.
 *
 * @param project where the pod is
 * @param origin the project that owns the data
 * @param dataVolume the data volume's name
 * @param isForWriting whether the pod may change the data
 */
public record Use(String project, String origin, String dataVolume, boolean isForWriting) {
    @Override
    public String toString() {
        return origin + "/" + dataVolume + (isForWriting ? " for writing" : "") + " in " + project;
    }
}
