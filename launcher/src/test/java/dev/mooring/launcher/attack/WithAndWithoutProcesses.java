package dev.mooring.launcher.attack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Makes the attempts of a class twice: while Mooring's processes run, and while all are stopped. Its constructor takes the
 * {@link Processes} and hands them to {@link Site#put}.
 */
@ParameterizedClass(name = "processes {0}")
@EnumSource(Processes.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface WithAndWithoutProcesses {}
