package org.fingerpost.redirect;

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
        packages = "org.fingerpost.redirect",
        importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {
    private static final String[] MIDDLE_AND_DATA = {
        "..redirect.secrets..",
        "..redirect.instructions..",
        "..redirect.routes..",
        "..redirect.answers..",
        "..redirect.phone.."
    };

    @ArchTest
    static final ArchRule roomsDoNotGoInCircles =
            slices().matching("org.fingerpost.redirect.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsWithinRoomsDoNotGoInCirclesEither =
            slices().matching("org.fingerpost.redirect.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyImportsThePhonesDoor =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..phone..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.fingerpost.redirect.phone..");

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
                    .resideInAnyPackage("org.fingerpost.config..", "org.fingerpost.firmware..");

    @ArchTest
    static final ArchRule rowsStayInTheirRoom =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule rangesAloneWriteTheirTree =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.fingerpost.redirect.ranges..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.fingerpost.redirect.ranges.tree..");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses().should().haveNameMatching(".*(Util|Helper|Manager|Impl|Dto|Info|Data)");
}
