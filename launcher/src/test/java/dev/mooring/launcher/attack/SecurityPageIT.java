package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The page says what this run has shown. Comes after all attempts; {@code -Dattacks.write=true} writes the page. A run of
 * some attempts only says nothing about the page.
 */
@Tag("attack")
@Order(Integer.MAX_VALUE)
@ExtendWith(AttackReport.Resolver.class)
class SecurityPageIT {
    private final SecurityPage page = new SecurityPage(Path.of("../docs/security.md"));

    @Test
    void thePageSaysWhatTheAttemptsHaveShown(AttackReport report) {
        assumeTrue(report.tests().equals(allTests()), "not all attempts were made");

        if (Boolean.getBoolean("attacks.write")) {
            page.write(report.tables());
        }

        assertThat(page.tables())
                .as("docs/security.md; ./mvnw verify -pl launcher -am -Dattacks.write=true writes it")
                .isEqualTo(report.tables());
    }

    @Test
    void everyLineIsAttemptedOrSaidToBeOpen() {
        Set<Integer> attempted = attackClasses().stream()
                .map(type -> type.getAnnotation(Attack.class).line())
                .collect(Collectors.toSet());

        assertThat(AttackLines.all().keySet())
                .allSatisfy(line -> assertThat(
                                attempted.contains(line) || AttackLines.open().containsKey(line))
                        .as("line " + line)
                        .isTrue());
    }

    private static Set<String> allTests() {
        return attackClasses().stream()
                .flatMap(type ->
                        AnnotationSupport.findAnnotatedMethods(type, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                                .stream())
                .map(AttackReport::nameOf)
                .collect(Collectors.toSet());
    }

    private static Set<Class<?>> attackClasses() {
        return Set.copyOf(ReflectionSupport.findAllClassesInPackage(
                SecurityPageIT.class.getPackageName(),
                type -> type.isAnnotationPresent(Attack.class),
                name -> name.endsWith("IT")));
    }
}
