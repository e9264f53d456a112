package org.fingerpost.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Keeps the virtual phone apart from what writes its files, and nothing in circles. */
@AnalyzeClasses(
        packages = "org.fingerpost.cli",
        importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {

    @ArchTest
    static final ArchRule roomsDoNotGoInCircles =
            slices().matching("org.fingerpost.cli.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theVirtualPhoneSharesNoClassWithTheWriters =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "..cli.phone..",
                            "..cli.walk..",
                            "..cli.wire..",
                            "..cli.tftp..",
                            "..cli.lan..",
                            "..cli.files..",
                            "..cli.models..",
                            "..cli.address..",
                            "..cli.strict..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.fingerpost.formats..");

    @ArchTest
    static final ArchRule theCommandLineImportsNoService =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.fingerpost.redirect..",
                            "org.fingerpost.config..",
                            "org.fingerpost.firmware..");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses().should().haveNameMatching(".*(Util|Helper|Manager|Impl|Dto|Info|Data)");
}
