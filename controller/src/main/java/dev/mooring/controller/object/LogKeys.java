package dev.mooring.controller.object;

/** The keys of what log lines say besides their message. */
public final class LogKeys {
    /** The reconciler. */
    public static final String CONTROLLER = "controller";
    /** What is reconciled. */
    public static final String KEY = "key";
    /** The namespace of the object that is written about. */
    public static final String NAMESPACE = "namespace";
    /** The name of the object that is written about. */
    public static final String NAME = "name";
    /** The UID of the object that is written about. */
    public static final String UID = "uid";

    private LogKeys() {}
}
