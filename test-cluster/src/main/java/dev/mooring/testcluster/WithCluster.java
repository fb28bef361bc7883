package dev.mooring.testcluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a cluster. Test methods, lifecycle methods and constructors may take a {@link TestCluster}, a
 * {@code KubernetesClient} of its administrator, and by {@link AsUser} clients of other users; all are closed for them.
 *
 * <p>Classes that ask for the same share one cluster as long as the JVM lives: let each work in namespaces of its own.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith({RealNodeCondition.class, ClusterExtension.class})
public @interface WithCluster {
    /** Whether kube-controller-manager runs; without it no claim binds and nothing is collected. */
    boolean controllerManager() default true;

    /** Whether kube-scheduler runs. */
    boolean scheduler() default false;

    /** A KubeSchedulerConfiguration as YAML; it brings the scheduler with it. */
    String schedulerConfiguration() default "";

    /** How many nodes there are, on which pods seem to run. */
    int kwokNodes() default 0;

    /**
     * Whether there is a node on which pods really run. Where this machine cannot have one the class is skipped, or fails
     * if the environment variable {@code MOORING_REAL_NODE} is {@code required}.
     */
    boolean realNode() default false;

    /** More flags of kube-apiserver. */
    String[] apiServerFlags() default {};

    /** Whether the class has a cluster of its own, gone after its last test. */
    boolean exclusive() default false;
}
