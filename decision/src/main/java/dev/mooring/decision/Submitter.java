package dev.mooring.decision;

/**
 * Who submits a pod, or a workload, and whether he may see data volumes where it is to run.
 *
 * <p>Only people are asked, and service accounts of projects, which act for people: what controllers make of a workload that
 * was let in is judged by its namespace alone.
 *
 * @param name the name by which the API server knows the submitter
 * @param sight what is known of {@code get datavolumes} in the namespace
 */
public record Submitter(String name, Sight sight) {
    /** Of a controller or node, or where nobody is asked: neither when a pod is changed nor when it runs. */
    public static final Submitter NOT_ASKED = new Submitter("", Sight.NOT_ASKED);

    /** Whether somebody may see data volumes. */
    public enum Sight {
        /** It does not matter. */
        NOT_ASKED,
        /** He may. */
        SEES,
        /** He may not. */
        SEES_NOT,
        /** The API server has not said it yet, or could not. */
        UNKNOWN
    }
}
