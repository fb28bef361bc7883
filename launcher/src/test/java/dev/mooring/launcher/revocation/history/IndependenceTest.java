package dev.mooring.launcher.revocation.history;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class IndependenceTest {
    @Test
    void theCheckerSharesNoCodeWithWhatItChecks() {
        classes()
                .that()
                .resideInAPackage("dev.mooring.launcher.revocation.history")
                .and()
                .haveSimpleNameNotEndingWith("Test")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.mooring.launcher.revocation.history",
                        "dev.mooring.testcluster",
                        "com.fasterxml.jackson..",
                        "java..",
                        "org.jspecify..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.OnlyIncludeTests())
                        .importPackages("dev.mooring.launcher.revocation.history"));
    }
}
