package dev.mooring.benchmarks;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much there is of everything: of 1,000 rules 5 are the cluster's, 95 departments', 900 projects'.
 *
 * @param projects in all; 100 to a department
 */
record Sizes(int projects) {
    static final int CLUSTER_RULES = 5;
    private static final int PROJECTS_OF_A_DEPARTMENT = 100;

    Sizes {
        if (projects < PROJECTS_OF_A_DEPARTMENT) {
            throw new IllegalArgumentException(
                    "projects is " + projects + " and must be " + PROJECTS_OF_A_DEPARTMENT + " at least");
        }
    }

    int departments() {
        return projects / PROJECTS_OF_A_DEPARTMENT;
    }

    int departmentRules() {
        return Math.ceilDiv(departments() * 95, 100);
    }

    int projectRules() {
        return projects * 9 / 100;
    }

    int rules() {
        return CLUSTER_RULES + departmentRules() + projectRules();
    }

    static String department(int number) {
        return "department-unit-" + number;
    }

    static String project(int number) {
        return "project-" + number;
    }

    /** Returns the namespace of the department that the project of this number is in. */
    String departmentOf(int project) {
        return department(project % departments());
    }

    /** Returns the names of the projects in the department of this number. */
    Stream<String> projectsOf(int department) {
        return IntStream.range(0, projects)
                .filter(project -> project % departments() == department)
                .mapToObj(Sizes::project);
    }
}
