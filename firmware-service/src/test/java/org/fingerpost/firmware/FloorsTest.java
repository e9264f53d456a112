package org.fingerpost.firmware;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;

/** Keeps the rooms apart: control, middle and data plane, and nothing in circles. */
@AnalyzeClasses(
        packages = "org.fingerpost.firmware",
        importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {
    private static final String[] MIDDLE_AND_DATA = {
        "..firmware.archives..",
        "..firmware.images..",
        "..firmware.blobs..",
        "..firmware.names..",
        "..firmware.catalog..",
        "..firmware.s3..",
        "..firmware.shelf..",
        "..firmware.waves..",
        "..firmware.ranges..",
        "..firmware.phone.."
    };

    @ArchTest
    static final ArchRule roomsDoNotGoInCircles =
            slices().matching("org.fingerpost.firmware.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesDoNotGoInCirclesEither =
            slices().matching("org.fingerpost.firmware.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyImportsThePhonesDoor =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..phone..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.fingerpost.firmware.phone..");

    @ArchTest
    static final ArchRule theDataPlaneKnowsNoDatabaseAndNoKafka =
            noClasses()
                    .that()
                    .resideInAnyPackage(MIDDLE_AND_DATA)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.persistence..",
                            "org.hibernate..",
                            "java.sql..",
                            "org.apache.kafka..");

    @ArchTest
    static final ArchRule noServiceImportsAnother =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.fingerpost.redirect..", "org.fingerpost.config..");

    @ArchTest
    static final ArchRule rowsStayInTheirRoom =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses().should().haveNameMatching(".*(Util|Helper|Manager|Impl|Dto|Info|Data)");
}
