package dev.mooring.launcher.revocation;

/**
 * What one lane has for itself.
 *
 * @param originDepartment that of the origin project
 * @param origin the project that owns the data
 * @param dataVolume the data
 * @param department where the project is
 * @param otherDepartment where it may go
 * @param project the project that asks
 */
record Ground(
        String originDepartment,
        String origin,
        String dataVolume,
        String department,
        String otherDepartment,
        String project) {
    /** Returns the same once the project has gone to the other department. */
    Ground moved() {
        return new Ground(originDepartment, origin, dataVolume, otherDepartment, department, project);
    }

    String claim() {
        return dataVolume + "-data";
    }
}
