package dev.mooring.launcher;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may depend on whom. What is not drawn here is banned. */
class ArchitectureTest {
    /** Each module with the modules that it may see. */
    private static final Map<String, List<String>> MAY_SEE = Map.of(
            "model", List.of(),
            "decision", List.of(),
            "informers", List.of("model", "decision"),
            "certs", List.of(),
            "server", List.of(),
            "webhook", List.of("server", "informers", "decision", "model", "certs"),
            "controller", List.of("informers", "decision", "model"),
            "launcher", List.of("webhook", "controller"));

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(ArchitectureTest::isShipped)
            .importPackages("dev.mooring");

    /** What tests are made with, and the chart, are no part of any process. */
    private static boolean isShipped(Location location) {
        return !location.contains("/test-cluster/") && !location.contains("/charts/");
    }

    static Stream<String> modules() {
        return MAY_SEE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleSeesOnlyWhatIsDrawn(String module) {
        String[] allowed = Stream.concat(Stream.of(module), MAY_SEE.getOrDefault(module, List.of()).stream())
                .map(name -> "dev.mooring." + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("dev.mooring." + module + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.mooring..").and(not(resideInAnyPackage(allowed))))
                .check(PRODUCT);
    }

    @Test
    void everyPackageBelongsToAModuleThatIsDrawn() {
        String[] drawn = MAY_SEE.keySet().stream()
                .map(name -> "dev.mooring." + name + "..")
                .toArray(String[]::new);
        classes().should().resideInAnyPackage(drawn).check(PRODUCT);
    }

    @Test
    void decisionsArePure() {
        classes()
                .that()
                .resideInAPackage("dev.mooring.decision..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.mooring.decision..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.nio.charset..",
                        "org.jspecify..")
                .check(PRODUCT);
    }

    @Test
    void theControllerHasNoEventLoop() {
        noClasses()
                .that()
                .resideInAPackage("dev.mooring.controller..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..")
                .check(PRODUCT);
    }

    @Test
    void timeIsAParameterEverywhereButInTheLauncher() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.mooring.launcher..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(PRODUCT);
    }

    @Test
    void nothingIsPrintedPastTheLog() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.mooring.launcher..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(PRODUCT);
    }
}
