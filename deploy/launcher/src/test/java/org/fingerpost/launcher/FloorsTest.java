package org.fingerpost.launcher;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

@AnalyzeClasses(
        packages = "org.fingerpost.launcher",
        importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {
    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().matching("org.fingerpost.launcher.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theBrokerStaysInItsOwnProcess =
            ArchRuleDefinition.noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.kafka..", "kafka..", "scala..");

    @ArchTest
    static final ArchRule theMachineKnowsNothingOfFingerpost =
            ArchRuleDefinition.noClasses()
                    .that()
                    .resideInAPackage("..machine..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..home..",
                            "..settings..",
                            "..trust..",
                            "..parts..",
                            "..postgresql..",
                            "..kafka..",
                            "..services..",
                            "..deployment..");
}
