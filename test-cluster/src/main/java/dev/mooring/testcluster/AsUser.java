package dev.mooring.testcluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a {@code KubernetesClient} parameter the client of a user who has no rights but those that RBAC gives. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface AsUser {
    /** The user's name. */
    String name();

    /** The groups that the user is a member of, beside {@code system:authenticated}. */
    String[] groups() default {};
}
