package dev.mooring.launcher.attack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a class one of attempts. Its tests may take a {@link Site}, which all classes share, and the {@link Attempt} that
 * they make.
 */
@Tag("attack")
@ExtendWith(AttackExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Attack {
    /** The line of {@code attacks/lines.md}. */
    int line();
}
