package dev.mooring.controller.backend;

/**
 * A setting that lets more storage be mirrored, as messages name it.
 *
 * @param chartValue where an administrator sets it
 * @param variable how the controller reads it from its environment
 */
record Setting(String chartValue, String variable) {
    static final Setting NODE_LOCAL = new Setting("drivers.nodeLocal", "MOORING_ALLOW_NODE_LOCAL");
    static final Setting CEPHFS_NODE_SECRET = new Setting("drivers.cephfs.nodeSecret", "MOORING_CEPHFS_NODE_SECRET");
    static final Setting ADDITIONAL = new Setting("drivers.additional", "MOORING_ADDITIONAL_DRIVERS");

    @Override
    public String toString() {
        return "the chart value " + chartValue + " (" + variable + " of the controller)";
    }
}
